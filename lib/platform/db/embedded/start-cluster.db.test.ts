import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import postgres from 'postgres'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runningPid } from './postmaster'
import { type Cluster, startCluster } from './start-cluster'

let folder: string
const running: Cluster[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'relais-embedded-'))
  chmodSync(folder, 0o711)
})

afterEach(async () => {
  for (const cluster of running.splice(0)) await cluster.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function start({ throwAway = true } = {}) {
  const cluster = await startCluster({
    dir: join(folder, 'a place with spaces', 'pg'),
    root: resolve('.'),
    passwords: { superuser: 'first', admin: 'second' },
    path: process.env.PATH ?? '',
    log: join(folder, 'log'),
    throwAway,
  })
  running.push(cluster)
  return cluster
}

async function ask(url: string, statement: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return (await sql.unsafe(statement))[0]
  } finally {
    await sql.end()
  }
}

describe('the embedded database', () => {
  test('is made once, in UTF-8, and its owner is no superuser but may create roles', async () => {
    const first = await start()
    expect(first.created).toBe(true)
    const row = await ask(
      first.adminUrl,
      `select rolsuper, rolcreaterole, rolbypassrls, pg_encoding_to_char(encoding) as encoding
       from pg_roles, pg_database where rolname = current_user and datname = current_database()`,
    )
    expect(row).toEqual({ rolsuper: false, rolcreaterole: true, rolbypassrls: false, encoding: 'UTF8' })
    await first.stop()
    expect((await start()).created).toBe(false)
  })

  test('listens on this machine only and asks everybody for a password', async () => {
    const { superuserUrl } = await start()
    expect(await ask(superuserUrl, 'show listen_addresses')).toEqual({ listen_addresses: '127.0.0.1' })
    const wrong = superuserUrl.replace(':first@', ':wrong@')
    await expect(ask(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' })
  })

  test('takes over from a server that was left running on the same folder', async () => {
    const orphan = await start()
    const next = await start()
    expect(next.pid).not.toBe(orphan.pid)
    expect(runningPid(next.dataFolder)).toBe(next.pid)
  })

  test('loses nothing that was acknowledged when its server is killed', async () => {
    const first = await start({ throwAway: false })
    await ask(first.adminUrl, 'create table kept (n int)')
    await ask(first.adminUrl, 'insert into kept values (1)')
    process.kill(first.pid, 'SIGKILL')
    const second = await start({ throwAway: false })
    expect(await ask(second.adminUrl, 'select n from kept')).toEqual({ n: 1 })
  })

  test('finishes what an interrupted creation began', async () => {
    const made = await start()
    await made.stop()
    rmSync(join(made.dataFolder, 'relais-complete'))
    expect((await start()).created).toBe(true)
  })

  test('says that a wrong password is the reason, instead of waiting', async () => {
    const cluster = await start()
    await ask(cluster.superuserUrl, `alter role postgres password 'changed'`)
    await cluster.stop()
    await expect(start()).rejects.toThrow(/does not accept the password/)
  })
})
