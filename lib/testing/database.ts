import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { inject } from 'vitest'
import { addressOf, type Group, groups, loginOf } from '@/lib/platform/db/logins'
import { env } from '@/lib/platform/env/env'

const quiet = { onnotice: () => {} }
const open = new Set<postgres.Sql>()

/** A test that asks for many leaves many behind: what nobody uses for a moment goes, before the server has no place left. */
const IDLE_SECONDS = 5

function connect(url: string, max: number): postgres.Sql {
  const kept = { max, idle_timeout: IDLE_SECONDS, connection: { statement_timeout: 60_000 } }
  const client = postgres(url, { ...quiet, ...kept })
  open.add(client)
  return client
}

function onDatabase(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}

/** Clones the template for this test file and points the environment at the copy, before anything reads it. */
export async function openOwnDatabase(): Promise<void> {
  const { admin, secret, data } = inject('cluster')
  const name = `t_${randomBytes(6).toString('hex')}`
  Object.assign(process.env, {
    DATABASE_URL: onDatabase(admin, name),
    RELAIS_SECRET: secret,
    RELAIS_DATA: data,
    RELAIS_ARGON_KIB: process.env.RELAIS_TEST_ARGON_KIB ?? '8',
    // Statements are counted, which only a demonstration allows.
    RELAIS_DEMO: '1',
    RELAIS_MEASURE: '1',
  })
  await maintained(async (server) => {
    await server.unsafe(`create database ${name} template relais owner relais_admin strategy file_copy`)
    await server.unsafe(`revoke connect, temporary on database ${name} from public`)
    for (const group of groups)
      await server.unsafe(`grant connect on database ${name} to ${loginOf(group).user}`)
    await server.unsafe(`grant connect, create on database ${name} to relais_owner`)
  })
}

export async function dropOwnDatabase(): Promise<void> {
  await Promise.all([...open].map((client) => client.end({ timeout: 1 })))
  await maintained((server) => server.unsafe(`drop database ${databaseName()} with (force)`))
}

const databaseName = (): string => new URL(env().databaseUrl).pathname.slice(1)

async function maintained(work: (server: postgres.Sql) => Promise<unknown>): Promise<void> {
  const server = postgres(onDatabase(inject('cluster').superuser, 'postgres'), { ...quiet, max: 1 })
  try {
    await work(server)
  } finally {
    await server.end()
  }
}

let superuser: postgres.Sql | undefined

/** The superuser on this file's database: prepares, looks behind the walls, tampers. Never what is being tested. */
export function root(): postgres.Sql {
  superuser ??= connect(onDatabase(inject('cluster').superuser, databaseName()), 4)
  return superuser
}

/** Raw SQL as one of the instance's logins, past every line of the application. */
export const raw = (group: Group, max = 1): postgres.Sql => connect(addressOf(group), max)

/**
 * Another login of the same group, which may also put the group's role on: what PostgreSQL 15 cannot forbid. It goes
 * again when `end` is called.
 */
export async function groupLogin(group: Group): Promise<{ login: postgres.Sql; end: () => Promise<void> }> {
  const name = `relais_${group}_also_${randomBytes(4).toString('hex')}`
  const password = randomBytes(18).toString('base64url')
  await root().unsafe(`create role ${name} login password '${password}' in role relais_${group}`)
  await root().unsafe(`grant connect on database ${databaseName()} to ${name}`)
  const url = new URL(env().databaseUrl)
  Object.assign(url, { username: name, password })
  const login = connect(url.href, 1)
  return {
    login,
    end: async () => {
      await login.end()
      await root().unsafe(`drop owned by ${name}; drop role ${name}`)
    },
  }
}

/** The database's owner with CREATEROLE, as migrations and the verifier use it. */
export const owner = (): postgres.Sql => connect(env().databaseUrl, 1)
