import { isOut } from './ledger'
import type { InputError, PlanRequest } from './plan-types'

/** A plan fits the ledger: nothing that is out is cut, named or related otherwise than it was. */
export function checkHistory(request: PlanRequest): InputError | null {
  const { ledger, families, tables, period } = request
  if (ledger.version !== ledger.records.length) return fault('ledger.version', 'not_in_order')
  const wrong = ledger.records.findIndex(({ version }, i) => version !== i + 1)
  if (wrong >= 0) return fault(`ledger.records.${wrong}.version`, 'not_in_order')
  for (const [i, family] of families.entries()) {
    const known = ledger.records.flatMap((r) => r.families).findLast((f) => f.family === family.family)
    if (!known) continue
    if (known.kind !== family.kind) return fault(`families.${i}.kind`, 'differs_from_ledger')
    if ([...known.within].sort().join() !== [...family.within].sort().join())
      return fault(`families.${i}.within`, 'differs_from_ledger')
  }
  const record = ledger.records.find((r) => r.period === period)
  if (!record) return null
  const issued = families.filter(({ family }) => isOut(ledger.records, family, period))
  for (const { family } of issued) {
    const before = ledger.records.findLast(
      (r) => r.period === period && r.frozen.some((f) => f.family === family),
    )
    const names = (list: readonly { table: string; family: string; dimensions: string[]; keeps: string }[]) =>
      list
        .filter((t) => t.family === family)
        .map((t) => [t.table, t.keeps, ...t.dimensions].join('|'))
        .sort()
        .join()
    if (names(before?.frozen ?? []) !== names(tables)) return fault('tables', 'differ_from_issued')
    if (listsOf(request, family) !== listsBefore(request, family))
      return fault('dimensions', 'differ_from_issued')
  }
  return null
}

function listsOf({ dimensions, tables }: Pick<PlanRequest, 'dimensions' | 'tables'>, family: string): string {
  const used = new Set(tables.filter((t) => t.family === family).flatMap((t) => t.dimensions))
  return JSON.stringify(
    dimensions.filter(({ name }) => used.has(name)).sort((a, b) => (a.name < b.name ? -1 : 1)),
  )
}

/** The lists with which the period came out: its tables are cut by them for good. */
function listsBefore({ ledger, tables, period }: PlanRequest, family: string): string {
  const issue = ledger.records.find((r) =>
    r.issues.some((i) => i.family === family && i.covers.includes(period)),
  )
  return listsOf({ dimensions: issue?.dimensions ?? [], tables }, family)
}

const fault = (field: string, code: string): InputError => ({ outcome: 'INVALID', field, code })
