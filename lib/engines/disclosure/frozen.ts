import { addCubes, type Cube } from './cube'
import type { Frozen, PlanRecord } from './plan-types'

/** The counts of one table and period as they stood after a version of the ledger. */
export function frozenOf(
  records: readonly PlanRecord[],
  table: string,
  period: string,
  version = Number.POSITIVE_INFINITY,
): Frozen | null {
  const record = records.findLast(
    (r) => r.period === period && r.version <= version && r.frozen.some((f) => f.table === table),
  )
  return record?.frozen.find((f) => f.table === table) ?? null
}

/** A table over several periods; null when one of them has no such table. */
export function cubeOver(
  records: readonly PlanRecord[],
  table: string,
  covers: readonly string[],
  version?: number,
): Cube | null {
  const found = covers.map((period) => frozenOf(records, table, period, version))
  const all = found.filter((frozen): frozen is Frozen => frozen !== null)
  const [first] = all
  if (!first || all.length < covers.length) return null
  return all.length === 1 ? first : addCubes(all)
}

/** Versions of the ledger at which counts of these families and periods moved, from a first one on. */
export function momentsOf(
  records: readonly PlanRecord[],
  { families, covers, from }: { families: readonly string[]; covers: readonly string[]; from: number },
): number[] {
  return records
    .filter(
      (record) =>
        record.version >= from &&
        covers.includes(record.period) &&
        record.frozen.some(({ family }) => families.includes(family)),
    )
    .map(({ version }) => version)
}

/** The same people by the same codes, whatever the order. */
export function isSameCount(a: Frozen, b: Frozen): boolean {
  const left = new Map(
    a.counts.filter(({ count }) => count > 0).map(({ at, count }) => [at.join('|'), count]),
  )
  const right = b.counts.filter(({ count }) => count > 0)
  return left.size === right.length && right.every(({ at, count }) => left.get(at.join('|')) === count)
}
