// The way into every command: packages first, then the TypeScript behind it.
import { report } from './plain.mjs'
import { root, setup } from './setup.mjs'

/**
 * Runs `main(args)` of a module below scripts/ and exits with the number it returns.
 * @param {string} module path from scripts/, for example './start/start.ts'
 */
export async function enter(module) {
  try {
    process.chdir(root)
    await setup()
    const { register } = await import('tsx/esm/api')
    register()
    const { main } = await import(new URL(module, import.meta.url).href)
    process.exitCode = await main(process.argv.slice(2))
  } catch (error) {
    report(error)
    process.exitCode = 1
  }
}
