import { ClockError } from './error'
import { checkRule } from './read'
import type { RuleTable } from './rules'
import type { ClockRule, DatedRules, Rules } from './types'

/** One row of the settings table: the fields given replace the default. */
export type RuleOverride = { readonly row: string; readonly kind: string } & Partial<ClockRule>

/** The table with the office's own settings laid over the defaults. @throws ClockError naming `overrides[i].…` */
export function overrideRules<Row extends string, K extends string>(
  table: RuleTable<Row, K>,
  overrides: readonly RuleOverride[],
): RuleTable<Row, K> {
  if (!Array.isArray(overrides)) throw new ClockError('overrides', 'WRONG_TYPE')
  const rows = new Map<string, Map<string, ClockRule>>()
  for (const [row, rules] of Object.entries<Rules<K>>(table)) rows.set(row, new Map(Object.entries(rules)))
  overrides.forEach((override, i) => {
    lay(rows, override, `overrides[${i}]`)
  })
  return Object.fromEntries([...rows].map(([row, rules]) => [row, Object.fromEntries(rules)])) as RuleTable<
    Row,
    K
  >
}

function lay(rows: Map<string, Map<string, ClockRule>>, override: unknown, field: string): void {
  if (typeof override !== 'object' || override === null) throw new ClockError(field, 'WRONG_TYPE')
  const { row, kind, ...fields } = override as RuleOverride
  const rules = rows.get(row)
  if (!rules) throw new ClockError(`${field}.row`, 'UNKNOWN_CODE')
  const standing = rules.get(kind)
  if (!standing) throw new ClockError(`${field}.kind`, 'UNKNOWN_CODE')
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  const rule: unknown = { ...standing, ...given }
  try {
    checkRule(rule)
  } catch (error) {
    if (error instanceof ClockError) throw new ClockError(error.field.replace(/^rule/, field), error.code)
    throw error
  }
  rules.set(kind, { limit: rule.limit, unit: rule.unit, warnAt: rule.warnAt, pauseIn: rule.pauseIn })
}

/** The rules of one priority or risk. @throws ClockError UNKNOWN_CODE naming `row` */
export function rulesFor<Row extends string, K extends string>(table: RuleTable<Row, K>, row: Row): Rules<K> {
  if (typeof row !== 'string' || !Object.hasOwn(table, row)) throw new ClockError('row', 'UNKNOWN_CODE')
  return table[row]
}

/** Rules of a case whose risk was rated anew: each rating holds from its time, the first one since always. */
export function rulesByRating<Row extends string, K extends string>(
  table: RuleTable<Row, K>,
  ratings: readonly { readonly row: Row; readonly at: Date }[],
): DatedRules<K>[] {
  return ratings.map(({ row, at }, i) => ({ from: i === 0 ? null : at, rules: rulesFor(table, row) }))
}
