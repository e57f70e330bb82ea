import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { isRoot } from '@/lib/platform/db/embedded/account'
import { PlainError, say } from '../plain.mjs'
import { type Browser, runs } from './browser'
import { unpackedBrowser } from './unpack'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

function installed(): Browser[] {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return paths.filter((path) => existsSync(path)).map((path) => ({ path, env: {} }))
}

function fromVariable(): Browser[] {
  const path = process.env.CHROMIUM_PATH
  if (path && !existsSync(path))
    throw new PlainError(`CHROMIUM_PATH is set to ${path}, which does not exist.`)
  return path ? [{ path, env: {} }] : []
}

/** The last resort, for machines on which the package's browser does not run (another processor, for example). */
function fromApt(): Browser[] {
  if (!isRoot() || !existsSync('/usr/bin/apt-get')) return []
  say('installing chromium with apt-get (about a minute)')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const install = () =>
    spawnSync('apt-get', ['install', '-y', '-q', 'chromium'], { env, stdio: 'ignore' }).status === 0
  if (!install()) {
    spawnSync('apt-get', ['update', '-q'], { env, stdio: 'ignore' })
    install()
  }
  return installed()
}

/** The first Chromium that runs here: CHROMIUM_PATH, an installed one, the one from npm, one from apt. */
export async function findBrowser(): Promise<Browser> {
  for (const source of [fromVariable, installed, unpackedBrowser, fromApt]) {
    const found = (await source()).find(runs)
    if (found) return found
  }
  throw new PlainError(
    'No Chromium runs on this machine. Install one (for example: apt-get install chromium) or set CHROMIUM_PATH.',
  )
}
