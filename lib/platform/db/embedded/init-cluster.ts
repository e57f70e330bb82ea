import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { initdbOf } from './binaries'
import type { Place } from './place'

interface Options {
  password: string
  /** Skip waiting for the disk: for clusters that live as long as one test run. */
  throwAway: boolean
}

/** A predictable environment: messages in English, nothing of the caller's PG* settings. */
export const serverEnv = { LC_ALL: 'C', TZ: 'UTC', NODE_ENV: 'production' } as const

/** initdb on Linux knows C.UTF-8; elsewhere the locale may be missing and plain C sorts the same way. */
function initdb(place: Place, passwordFile: string, { throwAway, locale }: Options & { locale: string }) {
  const args = ['-D', place.dataFolder, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`]
  const form = ['-E', 'UTF8', `--locale=${locale}`, '--data-checksums', ...(throwAway ? ['--no-sync'] : [])]
  const options = { ...place.account, cwd: '/', env: serverEnv, encoding: 'utf8' as const }
  return spawnSync(initdbOf(place.binaries), [...args, ...form], options)
}

function empty(folder: string) {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true })
}

/**
 * Creates the cluster unless there is one; answers whether it did. What an interrupted attempt left is removed:
 * initdb writes PG_VERSION before it is finished, so completion is marked by a file of our own.
 */
export function initCluster(place: Place, options: Options) {
  const marker = join(place.dataFolder, 'relais-complete')
  if (existsSync(marker)) return false
  empty(place.dataFolder)
  const passwordFile = `${place.dataFolder}.password`
  writeFileSync(passwordFile, options.password, { mode: 0o600 })
  if (place.account) chownSync(passwordFile, place.account.uid, place.account.gid)
  try {
    const first = initdb(place, passwordFile, { ...options, locale: 'C.UTF-8' })
    const result = first.status === 0 ? first : initdb(place, passwordFile, { ...options, locale: 'C' })
    if (result.status !== 0)
      throw new Error(`The database could not be created:\n${first.stderr || first.error}`)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  writeFileSync(marker, '')
  return true
}
