import { correct, without } from './correct'
import { issueFamily } from './issue'
import { isOut } from './ledger'
import { parsePlan } from './parse-plan'
import type { InputError, NotShown, Plan, PlanRecord, PlanRequest } from './plan-types'
import { outerFirst, type Setting, settingOf } from './setting'
import { isMovedLater, show } from './show'

/**
 * Decides everything that leaves for one period together: every table, for every audience. The order of tables,
 * families and audiences does not matter, nor which of the audiences is to receive a table now. Pure; never throws:
 * what cannot be read comes back as `INVALID` with the field.
 *
 * The caller adds `record` to the ledger (`recordPlan`) in the transaction in which the files leave.
 */
export function planRelease(input: unknown): Plan | InputError {
  const request = parsePlan(input)
  return 'outcome' in request ? request : decide(request)
}

/** The same for a request that was read already. */
export function decide(request: PlanRequest): Plan {
  const before = settingOf(request)
  const draft = draftOf(request)
  const { issues, waiting } = correct(before, draft)
  const record: PlanRecord = { ...without(draft, waiting), issues }
  const now: Setting = { ...before, records: [...before.records, record] }
  const inside = new Map<string, NotShown['reason']>()
  for (const family of outerFirst(request.families)) {
    if (isOut(before.records, family.family, request.period)) continue
    const fresh = issueFamily(now, family)
    if ('issues' in fresh) record.issues.push(...fresh.issues)
    else inside.set(family.family, fresh.reason)
  }
  const tables = request.tables.flatMap((table) =>
    table.audiences.map((audience) =>
      show(now, { table, audience, inside, waits: isMovedLater(waiting, table) }),
    ),
  )
  return { outcome: 'PLANNED', tables, record }
}

const draftOf = ({ ledger, period, dimensions, families, tables }: PlanRequest): PlanRecord => ({
  version: ledger.version + 1,
  period,
  dimensions,
  families,
  frozen: tables.map(({ table, family, dimensions: names, keeps, counts }) => ({
    table,
    family,
    dimensions: names,
    keeps,
    counts,
  })),
  issues: [],
})
