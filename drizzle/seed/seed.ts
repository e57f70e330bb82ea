import type postgres from 'postgres'
import { hashPassword } from '@/lib/platform/access/passwords'
import { maintaining } from '@/lib/platform/db/maintaining'
import { env } from '@/lib/platform/env/env'
import { writeAccounts } from './accounts'
import { planCases } from './demo/plan-cases'
import { planDemo } from './demo/plan-demo'
import type { CaseFile, Demo } from './demo/records'
import { insertRows } from './insert/bulk'
import { addFile, type FileRows, noRows } from './insert/files'
import { insertAlerts, insertFoundations } from './insert/people-and-places'
import { insertReferrals } from './insert/referrals'

type Tx = postgres.TransactionSql

/** Statistics are read after the rows are in: the first pages would otherwise be planned for empty tables. */
async function filling<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const outcome = await maintaining(work)
  await maintaining((tx) => tx.unsafe('analyze'))
  return outcome
}

/** The demonstration: staff, partners, directory, cases and open work at its chosen morning. Only into an empty database. */
export async function seedDemo(): Promise<'seeded' | 'already'> {
  const demo = planDemo()
  const hashes = await hashesOf(demo)
  return filling(async (tx) => {
    const [instance] = await tx<{ demo: boolean }[]>`select demo from app.instance`
    if (!instance?.demo) throw new Error('a real instance takes no demonstration')
    const [any] = await tx`select 1 from access.users limit 1`
    if (any) return 'already'
    // The clock shows the demo's morning at this first seed and runs on from there.
    await tx`update app.instance set casework_offset = ${demo.now}::timestamptz - now()`
    await insertFoundations(tx, demo, hashes)
    await insertFiles(tx, demo.files, new Date(demo.now), () => insertAlerts(tx, demo.alerts))
    await tx`insert into jobs.outbox (task, subject_id, run_at) select 'send-referral', id, now() + interval '2 minutes'
      from app.referrals where state = 'APPROVED'`
    writeAccounts(env().data, demo)
    return 'seeded'
  })
}

/** `count` further invented cases, for measuring. The demo's offices and staff must be there. */
export async function seedCases(count: number, seed = 1): Promise<void> {
  await filling(async (tx) => {
    const [row] = await tx<{ now: Date }[]>`select clock.casework_now() as now`
    let batch: CaseFile[] = []
    const flush = async () => {
      await insertFiles(tx, batch, row?.now ?? new Date(0))
      batch = []
    }
    for (const file of planCases(count, seed)) {
      batch.push(file)
      if (batch.length === 2000) await flush()
    }
    await flush()
  })
}

async function insertFiles(
  tx: Tx,
  files: readonly CaseFile[],
  now: Date,
  between?: () => Promise<void>,
): Promise<void> {
  const rows: FileRows = noRows()
  for (const file of files) addFile(rows, file, now)
  // Cases point at alerts and alerts at cases: cases first, without their alert.
  const alertOf = rows.cases
    .filter(({ alertId }) => alertId !== null)
    .map(({ id, alertId }) => ({ id, alertId }))
  await insertRows(
    tx,
    'app.cases',
    rows.cases.map((row) => ({ ...row, alertId: null })),
  )
  await insertRows(tx, 'app.case_members', rows.members)
  await insertRows(tx, 'vault.keys', rows.keys)
  await insertRows(tx, 'app.people', rows.people)
  await insertRows(tx, 'app.consents', rows.consents)
  await insertRows(tx, 'app.consent_confirmations', rows.confirmations)
  await insertRows(tx, 'app.assistance', rows.assistance)
  await insertRows(tx, 'app.notes', rows.notes)
  await between?.()
  for (const { id, alertId } of alertOf)
    await tx`update app.cases c set alert_id = a.id, asked_at = a.raised_at,
      do_not_contact = a.contact_agreed = 'NO' and c.state = 'DRAFT',
      next_due_at = case when c.next_due_kind = 'first-action' then c.next_due_at - (c.opened_at - a.raised_at) else c.next_due_at end
      from app.alerts a where a.id = ${alertId as string} and c.id = ${id as string}`
  await insertReferrals(tx, files, rows.teamKeys, now)
}

async function hashesOf(demo: Demo): Promise<Map<string, string>> {
  const byPassword = new Map<string, string>()
  const hashes = new Map<string, string>()
  for (const { id, password } of demo.users) {
    const hash = byPassword.get(password) ?? (await hashPassword(password))
    byPassword.set(password, hash)
    hashes.set(id, hash)
  }
  return hashes
}
