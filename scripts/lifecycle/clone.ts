import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../setup.mjs'

const own = new Set(['.relais', '.git', '.npm-cache', 'test-results', 'node_modules'])

/** The installed packages as hard links (half a second), or as a real copy where links are not possible. */
function copyPackages(from: string, to: string) {
  if (spawnSync('cp', ['-al', from, to]).status === 0) return
  cpSync(from, to, { recursive: true, verbatimSymlinks: true })
}

/** This clone once more, built and installed, in a folder with a space in its name and without any data. */
export function makeClone(folder: string) {
  const clone = join(folder, 'a second clone')
  mkdirSync(clone, { recursive: true })
  for (const name of readdirSync(root)) {
    if (!own.has(name))
      cpSync(join(root, name), join(clone, name), { recursive: true, verbatimSymlinks: true })
  }
  if (existsSync(join(root, 'node_modules')))
    copyPackages(join(root, 'node_modules'), join(clone, 'node_modules'))
  return clone
}
