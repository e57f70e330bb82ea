import { setImmediate as breathe } from 'node:timers/promises'
import type { TransactionSql } from 'postgres'
import type { CaseFile } from '../demo/records'
import { addFile, type FileRows, insertFileRows, noRows } from '../insert/files'
import { insertAlerts } from '../insert/people-and-places'
import {
  addReferrals,
  type Entries,
  insertReferrals,
  noReferrals,
  type ReferralRows,
  readEntries,
} from '../insert/referrals'
import { countMonths, withTriggersAtRest, writeCaseEvents, writeReferrals } from '../insert/written'
import { insertStaffing } from './insert-staffing'
import { planAlerts } from './plan-alerts'
import { planCases } from './plan-cases'
import { planStaffing } from './staffing'

const BATCH = 1000
/** Cases between two breaths, in which what the database answered is heard. */
const SLICE = 20

/** How histories come in: written as they come out, or moved through the triggers, which is slower and the same. */
export type Way = 'written' | 'replayed'

/** `count` further invented cases with the offices and people to carry them. The demonstration must be there. */
export async function seedFurtherCases(
  tx: TransactionSql,
  count: number,
  way: Way = 'written',
): Promise<void> {
  const [row] = await tx<{ now: Date; from: number }[]>`
    select clock.casework_now() as now, (select count(*)::integer from app.cases) as from`
  if (!row) return
  const staffing = planStaffing(count)
  await insertStaffing(tx, staffing)
  await insertNewAlerts(tx, planAlerts(staffing, row.from))
  const known = { entries: await readEntries(tx), now: row.now }
  const fill = () => fillIn(tx, planCases(count, staffing, row.from), known, way)
  if (way === 'replayed') return void (await fill())
  await countMonths(tx, await withTriggersAtRest(tx, fill))
}

type Known = { entries: Entries; now: Date }

/** While the database takes in one batch, the next one is invented and sealed. Says which cases came in. */
async function fillIn(
  tx: TransactionSql,
  files: Iterable<CaseFile>,
  known: Known,
  way: Way,
): Promise<string[]> {
  const ids: string[] = []
  const plan = files[Symbol.iterator]()
  let writing: Promise<void> = Promise.resolve()
  for (;;) {
    const batch = await prepared(plan, known)
    await writing
    if (batch.files.cases.length === 0) return ids
    ids.push(...batch.files.cases.map(({ id }) => String(id)))
    writing = write(tx, batch, way)
    // Heard at the next turn; until then a failure must not count as unheard.
    writing.catch(() => {})
  }
}

type Batch = { files: FileRows; referrals: ReferralRows }

async function prepared(plan: Iterator<CaseFile>, known: Known): Promise<Batch> {
  const batch: Batch = { files: noRows(), referrals: noReferrals() }
  for (let count = 0; count < BATCH; count += 1) {
    const { value: file, done } = plan.next()
    if (done) break
    addFile(batch.files, file, known.now)
    addReferrals(batch.referrals, file, { ...known, teamKeys: batch.files.teamKeys })
    if (count % SLICE === 0) await breathe()
  }
  return batch
}

async function write(tx: TransactionSql, { files, referrals }: Batch, way: Way): Promise<void> {
  await insertFileRows(tx, files)
  if (way === 'replayed') return insertReferrals(tx, referrals)
  await writeCaseEvents(
    tx,
    files.cases.map(({ id }) => String(id)),
  )
  await writeReferrals(tx, referrals)
}

async function insertNewAlerts(tx: TransactionSql, alerts: ReturnType<typeof planAlerts>): Promise<void> {
  const there = await tx<
    { id: string }[]
  >`select id from app.alerts where id = any(${alerts.map(({ id }) => id)})`
  const known = new Set(there.map(({ id }) => id))
  await insertAlerts(
    tx,
    alerts.filter(({ id }) => !known.has(id)),
  )
}
