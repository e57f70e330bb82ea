import type { Family, InputError, PlanRequest, TableAsked } from './plan-types'
import { aboveOf } from './setting'

/** Families that contain each other are declared without a circle, and their counts agree. */
export function checkPeople(request: PlanRequest): InputError | null {
  const { families, tables, period } = request
  const names = families.map(({ family }) => family)
  if (new Set(names).size < names.length) return fault('families', 'duplicate')
  for (const [i, { family, within, kind }] of families.entries()) {
    const unknown = within.findIndex((outer) => !names.includes(outer))
    if (unknown >= 0) return fault(`families.${i}.within.${unknown}`, 'unknown')
    if (aboveOf(families, family).has(family)) return fault(`families.${i}.within`, 'circle')
    if (kind === 'ADDITIVE' && !/^(\d{4}-\d{2}|OPENING)$/.test(period)) return fault('period', 'month_needed')
    if (kind === 'UNIQUE' && period === 'OPENING') return fault('period', 'month_needed')
  }
  for (const [i, table] of tables.entries()) {
    const code = disagrees(tables, families, table)
    if (code) return fault(`tables.${i}.counts`, code)
  }
  return null
}

/** Tables of the same people have the same totals, by what they share; a family inside another has no cell above it. */
function disagrees(
  tables: readonly TableAsked[],
  families: readonly Family[],
  table: TableAsked,
): string | null {
  const above = aboveOf(families, table.family)
  for (const other of tables) {
    const isSame = other.family === table.family && other.table !== table.table
    if (!isSame && !above.has(other.family)) continue
    const shared = table.dimensions.filter((name) => other.dimensions.includes(name))
    const [ours, theirs] = [sumsOf(table, shared), sumsOf(other, shared)]
    if ([...ours].some(([key, count]) => count > (theirs.get(key) ?? 0)))
      return isSame ? 'differs_from_another_table' : 'exceeds_superset'
  }
  return null
}

function sumsOf({ dimensions, counts }: TableAsked, names: readonly string[]): Map<string, number> {
  const positions = names.map((name) => dimensions.indexOf(name))
  const sums = new Map<string, number>()
  for (const { at, count } of counts) {
    const key = positions.map((d) => at[d]).join('|')
    sums.set(key, (sums.get(key) ?? 0) + count)
  }
  return sums
}

const fault = (field: string, code: string): InputError => ({ outcome: 'INVALID', field, code })
