import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { findBinaries } from '@/lib/platform/db/embedded/binaries'
import { startCluster } from '@/lib/platform/db/embedded/start-cluster'
import { root } from '../setup.mjs'
import { finish } from './command'
import { assertServes, type Case, startServing, stopServing } from './stage'

const path = process.env.PATH ?? ''

type Entrance = { clone: string; env: Record<string, string>; port: number }

async function assertOrdinaryOwner(url: string) {
  const sql = postgres(url, { max: 1 })
  try {
    const [role] = await sql`select rolsuper, rolcreaterole from pg_roles where rolname = current_user`
    assert.deepEqual({ ...role }, { rolsuper: false, rolcreaterole: true })
  } finally {
    await sql.end()
  }
}

/** An empty instance says so; a link from the terminal lets the first administrator in, once. */
async function assertFirstAdministratorEnters({ clone, env, port }: Entrance) {
  const origin = `http://127.0.0.1:${port}`
  const door = async () => (await fetch(`${origin}/sign-in`)).text()
  assert.match(await door(), /npm run db -- admin/)
  const { output } = await finish(['scripts/db.mjs', 'admin', 'first@example.org'], {
    clone,
    env: { ...env, PORT: String(port) },
  })
  const path = /\/welcome\/([\w-]{43})/.exec(output)
  assert.ok(path, output)
  assert.match(await (await fetch(origin + path[0])).text(), /first@example\.org/)
  const password = 'seven grey herons'
  const answer = await fetch(`${origin}/api/v1/welcome`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ token: path[1] ?? '', password, again: password }),
    redirect: 'manual',
  })
  assert.equal(answer.status, 303)
  assert.equal(answer.headers.get('location'), '/')
  assert.match(String(answer.headers.get('set-cookie')), /__Host-relais-/)
  assert.doesNotMatch(await (await fetch(origin + path[0])).text(), /first@example\.org/)
  assert.doesNotMatch(await door(), /npm run db -- admin/)
}

/** An operator's database: the machine's own PostgreSQL, a login that is no superuser, no demo. */
const operatorsDatabase: Case = {
  name: `DATABASE_URL on the machine's PostgreSQL, as an owner with CREATEROLE who is no superuser`,
  async run({ folder, clone }) {
    const cluster = await startCluster({
      dir: join(folder, 'operator', 'pg'),
      root,
      path,
      source: 'system',
      passwords: { superuser: 'first', admin: 'second' },
      throwAway: true,
      log: join(folder, 'operator.log'),
    })
    try {
      await assertOrdinaryOwner(cluster.adminUrl)
      const data = join(folder, 'data of the operator')
      const env = { DATABASE_URL: cluster.adminUrl, RELAIS_DATA: data }
      const { command, port } = await startServing({ clone, env })
      await assertServes(port)
      assert.doesNotMatch(command.output(), /Demo accounts/)
      assert.ok(!existsSync(join(data, 'pg')), 'no database of our own was made')
      await assertFirstAdministratorEnters({ clone, env, port })
      await stopServing(command, clone)
      assert.equal((await finish(['scripts/db.mjs', 'migrate'], { clone, env })).code, 0)
      const reset = await finish(['scripts/db.mjs', 'reset'], { clone, env })
      assert.match(reset.output, /DATABASE_URL is set/)
      const seed = await finish(['scripts/db.mjs', 'seed'], { clone, env: { ...env, RELAIS_DEMO: '1' } })
      assert.equal(seed.code, 1)
      assert.match(seed.output, /never put into a real database/)
    } finally {
      await cluster.remove()
    }
  },
}

const unreachable: Case = {
  name: 'a DATABASE_URL that does not answer ends the start, without showing the password',
  async run({ folder, clone }) {
    const url = 'postgres://somebody:very-secret@127.0.0.1:1/relais'
    const env = { DATABASE_URL: url, RELAIS_DATA: join(folder, 'data of nobody') }
    const { code, output } = await finish(['scripts/start.mjs'], { clone, env })
    assert.equal(code, 1)
    assert.doesNotMatch(output, /very-secret/)
  },
}

const systemPostgres = findBinaries({ root, only: 'system', path })

/** Debian's PostgreSQL 15 where it is installed; the machine's own version elsewhere. */
export const databaseCases: Case[] = systemPostgres ? [operatorsDatabase, unreachable] : [unreachable]
