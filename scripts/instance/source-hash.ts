import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../setup.mjs'

/** Neither a build nor a migration depends on tests and their tools. */
const leftOut = /\.test\.tsx?$|^lib\/testing\b/

function filesOf(path: string): string[] {
  const full = join(root, path)
  if (leftOut.test(path) || !existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  return readdirSync(full).flatMap((name) => filesOf(`${path}/${name}`))
}

/** Hash over names and contents of files and folders, about 20 ms for all sources; dates would lie after a checkout. */
export function hashOf(paths: string[]) {
  const hash = createHash('sha256').update(process.version.split('.')[0] ?? '')
  for (const path of paths.flatMap(filesOf).sort()) hash.update(path).update(readFileSync(join(root, path)))
  return hash.digest('hex')
}
