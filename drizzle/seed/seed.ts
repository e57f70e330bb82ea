import type postgres from 'postgres'
import { rememberMaker } from '@/lib/casework/people/refile-everybody'
import { hashPassword } from '@/lib/platform/access/passwords'
import { maintaining, tidied } from '@/lib/platform/db/maintaining'
import { env } from '@/lib/platform/env/env'
import { addAccount, writeAccounts } from './accounts'
import { planDemo } from './demo/plan-demo'
import type { CaseFile, Demo } from './demo/records'
import { DEMO_PASSWORD } from './demo/staff'
import { insertAssessments } from './insert/assessments'
import { insertClosings } from './insert/closings'
import { insertDocuments } from './insert/documents'
import { addFile, type FileRows, insertFileRows, noRows } from './insert/files'
import { insertFollowing } from './insert/following'
import { insertOffers } from './insert/offers'
import { insertAlerts, insertFoundations } from './insert/people-and-places'
import { insertPlans } from './insert/plans'
import { insertPutRight } from './insert/put-right'
import { addReferrals, insertReferrals, noReferrals, readEntries } from './insert/referrals'
import { insertReturns } from './insert/returns'
import { insertViews } from './insert/views'
import { seedFurtherCases } from './scale/seed-cases'
import { EVERYWHERE, NORTHERN_BASE, planStaffing } from './scale/staffing'

type Tx = postgres.TransactionSql

/** What the database does by itself within a minute: the first pages would otherwise be planned for empty tables. */
async function filling<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const outcome = await maintaining(work)
  await tidied()
  return outcome
}

const hasPeople = async (tx: Tx): Promise<boolean> =>
  (await tx`select 1 from access.users limit 1`).length > 0

/** The demonstration: staff, partners, directory, cases and open work at its chosen morning. Only into an empty database. */
export async function seedDemo(demo: Demo = planDemo()): Promise<'seeded' | 'already'> {
  if (await maintaining(hasPeople)) return 'already'
  const hashes = await hashesOf(demo)
  return filling(async (tx) => {
    const [instance] = await tx<{ demo: boolean }[]>`select demo from app.instance`
    if (!instance?.demo) throw new Error('a real instance takes no demonstration')
    if (await hasPeople(tx)) return 'already'
    // The clock shows the demo's morning at this first seed and runs on from there.
    await tx`update app.instance set casework_offset = ${demo.now}::timestamptz - now()`
    await insertFoundations(tx, demo, hashes)
    await insertFiles(tx, demo.files, new Date(demo.now), () => insertAlerts(tx, demo.alerts))
    await insertAssessments(tx, demo.files)
    await insertViews(tx, demo.views)
    await tx`insert into jobs.outbox (task, subject_id, run_at) select 'send-referral', id, now() + interval '2 minutes'
      from app.referrals where state = 'APPROVED'`
    await rememberMaker(tx)
    writeAccounts(env().data, demo)
    return 'seeded'
  })
}

/** `count` further invented cases, for measuring. The demo's offices and staff must be there. */
export async function seedCases(count: number): Promise<void> {
  await filling((tx) => seedFurtherCases(tx, count))
  const { added, bases } = planStaffing(count)
  // Of the people who were added only two are printed: who supervises everything, and a base of two offices.
  const password = DEMO_PASSWORD
  for (const one of added.filter(({ email }) => email === EVERYWHERE))
    addAccount(env().data, { ...one, partner: null, password })
  for (const { account, partner } of bases.filter((base) => base.account.email === NORTHERN_BASE))
    addAccount(env().data, { ...account, partner, password })
}

async function insertFiles(
  tx: Tx,
  files: readonly CaseFile[],
  now: Date,
  between: () => Promise<void>,
): Promise<void> {
  const rows: FileRows = noRows()
  for (const file of files) addFile(rows, file, now)
  await insertFileRows(tx, rows)
  await between()
  for (const { id, alertId } of rows.cases.filter((row) => row.alertId !== null))
    await tx`update app.cases c set alert_id = a.id, asked_at = a.raised_at,
      do_not_contact = a.contact_agreed = 'NO' and c.state = 'DRAFT',
      next_due_at = case when c.next_due_kind = 'first-action' then c.next_due_at - (c.opened_at - a.raised_at) else c.next_due_at end
      from app.alerts a where a.id = ${alertId as string} and c.id = ${id as string}`
  const referrals = noReferrals()
  const known = { entries: await readEntries(tx), teamKeys: rows.teamKeys, now }
  for (const file of files) addReferrals(referrals, file, known)
  await insertReferrals(tx, referrals)
  await insertClosings(tx, files, rows.teamKeys)
  await insertPlans(tx, files, rows.teamKeys)
  await insertDocuments(tx, files, rows.teamKeys)
  await insertPutRight(tx, files, rows.teamKeys)
  await insertOffers(tx, files)
  await insertFollowing(tx, files, rows.teamKeys)
  await insertReturns(tx, files, rows.teamKeys)
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
