import type { Sql } from 'postgres'
import { beforeAll, describe, expect, test } from 'vitest'
import { presenting, sessionOf } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { buildWriteWorld, type OneCase, type Place, type WriteWorld } from '@/lib/testing/writes/world'

let world: WriteWorld
let guarded: OneCase
/** Ids of the restricted case and of everything that hangs on it, found by following its keys in the catalogue. */
let traces: string[]
let references: { table: string; column: string }[]

/** Every uuid column of every table of ours: whatever may point at a case, an alert, a referral, or at one of their parts. */
async function pointers() {
  const rows = await root()`select c.oid::regclass::text as table, a.attname::text as column from pg_class c
    join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname in ('app', 'vault', 'audit', 'jobs', 'report') and c.relkind = 'r' and a.atttypid = 'uuid'::regtype`
  return rows.map((row) => row as unknown as { table: string; column: string })
}

beforeAll(async () => {
  world = await buildWriteWorld()
  guarded = world.cases.find(({ state, sensitivity }) => state === 'OPEN' && sensitivity === 'S3') as OneCase
  await root().begin(async (tx) => {
    await tx`update app.alerts set state = 'CASE_OPENED', case_id = ${guarded.id}, triaged_by = ${world.people.supervisor.id},
      triaged_at = clock.casework_now() where id = ${world.alert}`
    await tx`update app.cases set alert_id = ${world.alert} where id = ${guarded.id}`
  })
  references = await pointers()
  const parts =
    await root()`select id::text from app.referrals where case_id = ${guarded.id} union select id::text from app.shares
    where case_id = ${guarded.id} union select id::text from app.consents where case_id = ${guarded.id} union select id::text
    from app.people where case_id = ${guarded.id} union select id::text from vault.keys where case_id = ${guarded.id} or alert_id = ${world.alert}`
  traces = [guarded.id, world.alert, ...parts.map(({ id }) => String(id))]
  await root()`insert into app.tasks (kind, subject_type, subject_id, alert_id, office_id, sensitivity)
    values ('LATE_ANSWER', 'alert', ${world.alert}, ${world.alert}, 'MOP', 'S3')`
  await root()`insert into jobs.outbox (task, subject_id, run_at) values ('send-referral', ${traces[2] ?? ''}, now() + interval '1 day')`
})

/** Where somebody finds a trace, as `table.column`. */
async function found(place: Place): Promise<string[]> {
  const person = world.people[place]
  const { token } = await sessionOf(person)
  const login = raw(person.kind === 'staff' ? 'web' : 'partner')
  return presenting(login, token, async (tx) => {
    const hits: string[] = []
    for (const { table, column } of references)
      if (await sees(tx, table, column)) hits.push(`${table}.${column}`)
    return hits
  })
}

async function sees(tx: Pick<Sql, 'unsafe'>, table: string, column: string): Promise<boolean> {
  const [allowed] = await tx.unsafe(`select has_column_privilege('${table}', '${column}', 'select') as may`)
  if (!allowed?.may) return false
  const [row] = await tx.unsafe(
    `select exists (select from ${table} where ${column} = any('{${traces.join(',')}}'::uuid[])) as seen`,
  )
  return Boolean(row?.seen)
}

const STRANGERS: Place[] = [
  'colleague',
  'ended',
  'elsewhere',
  'enumerator',
  'supervisorElsewhere',
  'statistician',
  'officer',
  'admin',
  'donor',
  'otherPartner',
]

describe('whatever points at a case', () => {
  test('is found by whoever works on it, so that the search means something', async () => {
    const hits = await found('supervisor')
    for (const column of [
      'app.cases.id',
      'app.alerts.case_id',
      'app.referrals.case_id',
      'vault.keys.alert_id',
      'app.tasks.alert_id',
    ])
      expect(hits).toContain(column)
    expect(references.length).toBeGreaterThan(40)
  })

  test.each(STRANGERS)('shows no trace of an ordinary case to %s', async (place) => {
    expect(await found(place)).toEqual([])
  })

  test('is gone for the office’s supervisor in the moment the case is restricted without them: alert, key and all', async () => {
    await root()`update app.cases set sensitivity = 'S4' where id = ${guarded.id}`
    expect(await found('supervisor')).toEqual([])
    for (const place of STRANGERS) expect([place, await found(place)]).toEqual([place, []])
    const named = await found('named')
    for (const column of ['app.cases.id', 'app.alerts.id', 'vault.keys.alert_id'])
      expect(named).toContain(column)
  })
})
