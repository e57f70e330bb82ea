import { existsSync, lstatSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

interface Link {
  /** The real file, from the package's folder. */
  source: string
  /** The name that must lead to it, from the package's folder. */
  target: string
}

const isLink = (path: string) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false

/**
 * Makes the links between library names that npm packages cannot carry. The package would do it in its install
 * script, which does not run with `--ignore-scripts`; without the links the server does not find its libraries.
 */
export function hydrateSymlinks(packageFolder: string) {
  const list = join(packageFolder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: Link[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const path = join(packageFolder, target)
    if (existsSync(path)) continue
    if (isLink(path)) rmSync(path)
    symlinkSync(relative(dirname(path), join(packageFolder, source)), path)
  }
}
