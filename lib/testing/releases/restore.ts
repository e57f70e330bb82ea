import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { inject } from 'vitest'

type Dump = { commit: string; secret: string; rows: Record<string, string> }
type Journal = { entries: { tag: string }[] }

const DRIZZLE = fileURLToPath(new URL('../../../drizzle', import.meta.url))
const quiet = { max: 1, onnotice: () => {} }

const dumpOf = (commit: string): Dump =>
  JSON.parse(
    gunzipSync(readFileSync(new URL(`./${commit}.json.gz`, import.meta.url))).toString('utf8'),
  ) as Dump

/** The migrations of the release, up to its last. They are unchanged: their checksums are recorded. */
function migrationsUntil(last: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'migrations-'))
  mkdirSync(join(folder, 'meta'))
  const journal = JSON.parse(readFileSync(join(DRIZZLE, 'meta/_journal.json'), 'utf8')) as Journal
  const entries = journal.entries.filter(({ tag }) => tag.slice(0, 4) <= last)
  for (const { tag } of entries) cpSync(join(DRIZZLE, `${tag}.sql`), join(folder, `${tag}.sql`))
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify({ ...journal, entries }))
  return folder
}

const at = (url: string, database: string): string => {
  const address = new URL(url)
  address.pathname = `/${database}`
  return address.href
}

/** A database as the release left it, in the tests' cluster: `upgrade` brings it to today. */
export async function restoreRelease(commit: string, last: string) {
  const { admin, superuser } = inject('cluster')
  const name = `release_${commit}_${Date.now().toString(36)}`
  const server = postgres(at(superuser, 'postgres'), quiet)
  await server.unsafe(`create database ${name} owner relais_admin`)
  await server.unsafe(`grant connect, create on database ${name} to relais_owner`)
  const owner = postgres(at(admin, name), { ...quiet, connection: { role: 'relais_owner' } as never })
  const root = postgres(at(superuser, name), quiet)
  const run = (folder: string) =>
    migrate(drizzle(owner), { migrationsFolder: folder, migrationsSchema: 'migrations' })
  const old = migrationsUntil(last)
  await run(old)
  rmSync(old, { recursive: true })
  await load(root, dumpOf(commit))
  return {
    root,
    upgrade: () => run(DRIZZLE),
    drop: async () => {
      await owner.end()
      await root.end()
      await server.unsafe(`drop database ${name} with (force)`)
      await server.end()
    },
  }
}

/** Rows as they were: no trigger judges them again. */
async function load(root: postgres.Sql, { rows }: Dump): Promise<void> {
  await root.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`insert into app.instance (id, demo, casework_offset)
      values ('released', true, '2014-06-30T09:00:00Z'::timestamptz - now())`
    await tx`insert into audit.secret (inner_pad, outer_pad) values (decode(repeat('36', 64), 'hex'), decode(repeat('5c', 64), 'hex'))`
    for (const [table, json] of Object.entries(rows)) {
      await tx.unsafe(
        `insert into ${table} overriding system value
          select * from json_populate_recordset(null::${table}, $1::text::json)`,
        [json],
      )
      await goOnCounting(tx, table)
    }
  })
}

/** A loaded identity goes on after its highest number. */
async function goOnCounting(tx: postgres.TransactionSql, table: string): Promise<void> {
  const [schema = '', name = ''] = table.split('.')
  const counted = await tx`select column_name as column from information_schema.columns
    where table_schema = ${schema} and table_name = ${name} and is_identity = 'YES'`
  for (const { column } of counted)
    await tx.unsafe(
      `select setval(pg_get_serial_sequence('${table}', '${column}'), (select max(${column}) from ${table}))`,
    )
}
