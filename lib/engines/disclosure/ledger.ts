import type { Issue, Ledger, Plan, PlanRecord } from './plan-types'

export const emptyLedger: Ledger = { version: 0, records: [] }

export type Recorded = { outcome: 'RECORDED'; ledger: Ledger } | { outcome: 'STALE' }

/**
 * The ledger with a plan added, or STALE when something else was decided in the meantime: of two plans made on one
 * version only the first may leave. Whoever keeps the ledger compares the version and writes in one transaction.
 */
export function recordPlan(ledger: Ledger, { record }: Plan): Recorded {
  if (record.version !== ledger.version + 1) return { outcome: 'STALE' }
  return { outcome: 'RECORDED', ledger: { version: record.version, records: [...ledger.records, record] } }
}

/** A table given out, with the record that did it. */
export type Issued = Issue & { version: number; period: string }

export const issuesOf = (records: readonly PlanRecord[], table: string): Issued[] =>
  records.flatMap(({ version, period, issues }) =>
    issues.filter((issue) => issue.table === table).map((issue) => ({ ...issue, version, period })),
  )

/** All versions of the table that counts the people of a period, first to last; none while it is carried. */
export function versionsOf(records: readonly PlanRecord[], table: string, period: string): Issued[] {
  return issuesOf(records, table).filter(({ covers }) => covers.includes(period))
}

/** Is the period of this family out? */
export const isOut = (records: readonly PlanRecord[], family: string, period: string): boolean =>
  records.some(({ issues }) =>
    issues.some((issue) => issue.family === family && issue.covers.includes(period)),
  )

/** The newest tables that together count exactly these periods; none when they count others as well. */
export function latestOver(
  records: readonly PlanRecord[],
  table: string,
  covers: readonly string[],
): Issued[] {
  const found = covers.map((period) => versionsOf(records, table, period).at(-1))
  const all = new Set(found.filter((issue): issue is Issued => issue !== undefined))
  const unique = [...new Map([...all].map((issue) => [issue.covers.join(), issue])).values()]
  const isWhole = !found.includes(undefined) && unique.every((i) => i.covers.every((p) => covers.includes(p)))
  return isWhole ? unique : []
}
