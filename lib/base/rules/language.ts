/**
 * The small condition language of our decision tables. PURE.
 *   holds(condition, facts, book) → boolean    whether a condition is true of these facts
 * `{"setting": "name"}` stands wherever a number stands. A missing fact makes a comparison false; only `missing` and `not` are true of it. Tables are checked once at load
 * (`check.ts`), so that `holds` never meets a condition it does not know.
 */
export type FactValue = string | number | boolean
export type Facts = Readonly<Record<string, FactValue | readonly FactValue[] | null | undefined>>
export type NumberOrSetting = number | { setting: string }

export type Bounds = {
  lt?: NumberOrSetting
  lte?: NumberOrSetting
  gt?: NumberOrSetting
  gte?: NumberOrSetting
}

export type Condition =
  | true
  | { any: readonly Condition[] }
  | { all: readonly Condition[] }
  | { not: Condition }
  | { use: string }
  | { fact: string; is: FactValue | { setting: string } }
  | { fact: string; has: readonly FactValue[] }
  | { fact: string; missing: true }
  | { fact: string; count: string; gte: NumberOrSetting }
  | { sum: readonly string[]; gte: NumberOrSetting }
  | { less: readonly [string, string] }
  | ({ fact: string } & Bounds)

/** What conditions of one table may speak of. */
export type Book = {
  named: Readonly<Record<string, Condition>>
  sets: Readonly<Record<string, readonly FactValue[]>>
  settings: Readonly<Record<string, number>>
}

/** An answer scale's "prefers not to say": it adds no points. */
const NO_POINTS = '9'

const listOf = (value: Facts[string]): readonly FactValue[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value as FactValue]

const bound = (value: NumberOrSetting, { settings }: Book): number =>
  typeof value === 'number' ? value : (settings[value.setting] ?? Number.NaN)

function within(value: Facts[string], bounds: Bounds, book: Book): boolean {
  if (typeof value !== 'number') return false
  if (bounds.lt !== undefined && !(value < bound(bounds.lt, book))) return false
  if (bounds.lte !== undefined && !(value <= bound(bounds.lte, book))) return false
  if (bounds.gt !== undefined && !(value > bound(bounds.gt, book))) return false
  return bounds.gte === undefined || value >= bound(bounds.gte, book)
}

const points = (facts: Facts, names: readonly string[]): number =>
  names.reduce((sum, name) => {
    const value = facts[name]
    return sum + (value === undefined || value === null || value === NO_POINTS ? 0 : Number(value) || 0)
  }, 0)

export function holds(condition: Condition, facts: Facts, book: Book): boolean {
  if (condition === true) return true
  if ('any' in condition) return condition.any.some((one) => holds(one, facts, book))
  if ('all' in condition) return condition.all.every((one) => holds(one, facts, book))
  if ('not' in condition) return !holds(condition.not, facts, book)
  if ('use' in condition) return holds(book.named[condition.use] ?? { any: [] }, facts, book)
  if ('sum' in condition) return points(facts, condition.sum) >= bound(condition.gte, book)
  if ('less' in condition) {
    const [less, more] = condition.less.map((name) => facts[name])
    return typeof less === 'number' && typeof more === 'number' && less < more
  }
  const value = facts[condition.fact]
  if ('missing' in condition) return value === undefined || value === null
  if ('is' in condition)
    return value === (typeof condition.is === 'object' ? bound(condition.is, book) : condition.is)
  if ('has' in condition) return listOf(value).some((one) => condition.has.includes(one))
  if ('count' in condition) {
    const counted = new Set(listOf(value).filter((one) => book.sets[condition.count]?.includes(one)))
    return counted.size >= bound(condition.gte, book)
  }
  return within(value, condition, book)
}
