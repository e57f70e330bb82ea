import { sql } from 'drizzle-orm'
import type { Tx } from '@/lib/platform/db/client'
import type { Count } from './counts'
import type { Month } from './months'

/** New people of every month since the programme began, oldest first. Only the information officer gets rows. */
export async function newByMonth(tx: Tx): Promise<{ month: string; persons: number }[]> {
  const rows = await tx.execute<{ month: string; persons: number }>(
    sql`select to_char(m.month, 'YYYY-MM') as month, m.persons from report.new_by_month() m`,
  )
  return [...rows]
}

/** Counts of people between two whole months. `agencies` narrows the referred to these recipients. */
export async function individuals(
  tx: Tx,
  period: Pick<Month, 'first' | 'last'>,
  agencies?: readonly string[],
): Promise<Count[]> {
  const only = agencies ? sql`string_to_array(${agencies.join(',')}, ',')` : sql`null`
  const rows =
    await tx.execute<Count>(sql`select i.measure, i.region, i.sex, i.age_group as "ageGroup", i.persons
    from report.individuals(${period.first}::date, ${period.last}::date, ${only}) i`)
  return [...rows]
}

export type ExportRow = {
  id: string
  month: string
  madeAt: string
  madeBy: string
  rows: number
  sha256: string
}

/** The last files taken out, newest first. */
export async function lastExports(tx: Tx, most: number): Promise<ExportRow[]> {
  return [...(await tx.execute<ExportRow>(exported(most)))]
}

/** Those files as a statement, for a reader that asks for something else with it. */
export const exported = (most: number) => sql`
    select e.id, to_char(e.month, 'YYYY-MM') as month, to_char(e.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "madeAt",
      u.name as "madeBy", e.rows, e.sha256
    from report.exports e join access.users u on u.id = e.made_by order by e.made_at desc, e.id limit ${most}`

/** Notes that a month left as a file, in the transaction that hands it out. */
export async function recordExport(
  tx: Tx,
  file: { month: Month; userId: string; rows: number; threshold: number; sha256: string },
): Promise<void> {
  const { month, userId, rows, threshold, sha256 } = file
  await tx.execute(sql`insert into report.exports (month, made_by, rows, threshold, sha256)
    values (${month.first}::date, ${userId}::uuid, ${rows}, ${threshold}, ${sha256})`)
}
