import { idOf } from '@/drizzle/seed/demo/random'
import type { SeedRow } from '@/drizzle/seed/insert/bulk'
import { MORNING } from '../foundations'

/** Rows by table, in the order in which they may be inserted. */
export type Rows = Record<string, SeedRow[]>
export type Owner = { caseId: string; officeId: string; sensitivity: 'S3' | 'S4' }

export function put(rows: Rows, table: string, row: SeedRow): void {
  rows[table] ??= []
  rows[table].push(row)
}

/** Ids of what belongs to a case, so that an oracle can name rows without asking the database. */
export const part = (ofId: string, kind: string): string => idOf(`${kind} of ${ofId}`)

/** Sealed contents that nobody opens. */
export const nothing = Buffer.from([0])
/** Casework days before the tests' morning. */
export const daysBefore = (days: number): string =>
  new Date(Date.parse(MORNING) - days * 86_400_000).toISOString()
