import type { TransactionSql } from 'postgres'
import { beforeAll, expect, test } from 'vitest'
import { maintaining } from '@/lib/platform/db/maintaining'
import { root } from '@/lib/testing/database'
import { planDemo } from '../demo/plan-demo'
import { insertFoundations } from '../insert/people-and-places'
import { seedFurtherCases, type Way } from './seed-cases'

/** Every table that the seed fills, without what chance or the clock writes anew each time. */
const COMPARED: Record<string, readonly string[]> = {
  'app.cases': [],
  'app.case_events': ['id'],
  'app.case_members': [],
  'app.people': ['key_id', 'identity'],
  'app.consents': ['key_id', 'detail'],
  'app.consent_confirmations': ['id'],
  'app.assistance': [],
  'app.notes': ['key_id', 'body'],
  'app.referrals': ['key_id', 'draft'],
  'app.referral_events': ['id'],
  'app.shares': ['key_id', 'payload'],
  'app.referral_messages': ['key_id', 'body'],
  'app.verifications': ['id', 'key_id', 'note'],
  'app.tasks': ['id', 'opened_at'],
  'app.alerts': ['key_id', 'identity'],
  'report.case_months': [],
  'report.month_sums': [],
}

class TakenBack extends Error {}

type Rows = Record<string, string[]>

/** The rows after a seeding, which is then taken back. */
async function rowsOf(way: Way): Promise<Rows> {
  const rows: Rows = {}
  const demo = { ...planDemo(), files: [], alerts: [] }
  await maintaining(async (tx) => {
    await tx`update app.instance set casework_offset = ${demo.now}::timestamptz - now()`
    await insertFoundations(tx, demo, new Map(demo.users.map(({ id }) => [id, 'x'])))
    await seedFurtherCases(tx, 1500, way)
    for (const [table, without] of Object.entries(COMPARED)) rows[table] = await read(tx, table, without)
    rows.triggers = await restingTriggers(tx)
    throw new TakenBack()
  }).catch((error: unknown) => {
    if (!(error instanceof TakenBack)) throw error
  })
  return rows
}

async function read(tx: TransactionSql, table: string, without: readonly string[]): Promise<string[]> {
  const found = await tx.unsafe(`select (to_jsonb(t) - $1::text[])::text as row from ${table} t order by 1`, [
    without as string[],
  ])
  return found.map(({ row }) => String(row))
}

const restingTriggers = async (tx: TransactionSql): Promise<string[]> =>
  (await tx`select tgname from pg_trigger where tgenabled <> 'O'`).map(({ tgname }) => String(tgname))

// The template has places and no people; the demonstration's own are laid in each run.
beforeAll(async () => {
  await root()`truncate access.offices, access.users, app.cercle_offices, app.partners cascade`
})

test('histories that are written come out as the triggers leave them, row for row', async () => {
  const [written, replayed] = [await rowsOf('written'), await rowsOf('replayed')]
  for (const table of Object.keys(COMPARED)) {
    expect(written[table]?.length, table).toBeGreaterThan(0)
    expect(written[table], table).toEqual(replayed[table])
  }
  expect(written.triggers).toEqual([])
}, 240_000)
