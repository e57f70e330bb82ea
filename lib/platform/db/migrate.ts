import { createHmac } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { derivedKey, env } from '@/lib/platform/env/env'
import actions from './actions.json' with { type: 'json' }
import { bootstrap } from './bootstrap'

const folder = fileURLToPath(new URL('../../../drizzle', import.meta.url))

/** Brings the database to this version: roles, schema, instance row. Two at once: the second waits. */
export async function migrate(): Promise<void> {
  await bootstrap()
  const client = postgres(env().databaseUrl, {
    max: 1,
    onnotice: () => {},
    connection: { role: 'relais_owner' } as never,
  })
  try {
    await client`select pg_advisory_lock(7101)`
    await runMigrations(drizzle(client), { migrationsFolder: folder, migrationsSchema: 'migrations' })
    await writeInstance(client)
    await writeActions(client)
  } finally {
    await client.end()
  }
}

async function writeInstance(client: postgres.Sql): Promise<void> {
  await client.begin(async (tx) => {
    await tx`select set_config('relais.maintenance', 'on', true)`
    await tx`insert into app.instance (id, demo) values (${env().instanceId}, ${env().demo}) on conflict do nothing`
    const [inner, outer] = macPads(derivedKey('audit log'))
    await tx`insert into audit.secret (inner_pad, outer_pad) values (${inner}, ${outer}) on conflict do nothing`
  })
}

/** The acts that the log takes are those of the code that runs now. */
async function writeActions(client: postgres.Sql): Promise<void> {
  const acts = Object.entries(actions).map(([action, { writes, roles }]) => ({ action, writes, roles }))
  await client.begin(async (tx) => {
    await tx`select set_config('relais.maintenance', 'on', true)`
    await tx`insert into audit.actions ${tx(acts)} on conflict (action) do update set writes = excluded.writes,
      roles = excluded.roles where (actions.writes, actions.roles) is distinct from (excluded.writes, excluded.roles)`
    await tx`delete from audit.actions where action <> all(${acts.map(({ action }) => action)})`
  })
}

/** HMAC-SHA-256's two padded keys, so that SQL can compute it with sha256() alone. */
function macPads(key: Buffer): [Buffer, Buffer] {
  const block = Buffer.alloc(64)
  key.copy(block)
  return [Buffer.from(block.map((byte) => byte ^ 0x36)), Buffer.from(block.map((byte) => byte ^ 0x5c))]
}

/** The same hash computed here: what a verifier outside the database compares with. */
export function auditMac(message: Buffer): Buffer {
  return createHmac('sha256', derivedKey('audit log')).update(message).digest()
}
