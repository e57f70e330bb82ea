import type { SettingKey } from '@/lib/platform/settings/defaults'

/** The lines of a budget in the order of the form; the list `grant_line` words them. */
export const GRANT_LINES = [
  'EQUIP',
  'STOCK',
  'RENT',
  'WORKS',
  'ANIMALS',
  'SEEDS',
  'TRAINING',
  'SCHOOL',
  'MEDICAL',
  'TRANSPORT',
  'FEES',
  'RESERVE',
] as const
export type GrantLine = (typeof GRANT_LINES)[number]

/** Amounts in XOF; a line without one is not there. */
export type Lines = Partial<Record<string, number>>

/** The name of a line's question in a form. */
export const fieldOf = (line: GrantLine) => `line${line}` as const

/** The setting with the most that this line may be of the total, in percent. */
export const shareOf = (line: GrantLine): SettingKey => `grant.${line}`

type Typed = { [K in ReturnType<typeof fieldOf>]?: number | null }

/** What was typed, by line; what is nothing is no line. PURE. */
export function linesOf(values: Typed): Lines {
  return Object.fromEntries(
    GRANT_LINES.flatMap((line) => {
      const amount = values[fieldOf(line)]
      return amount ? [[line, amount]] : []
    }),
  )
}

/** Whole XOF. PURE. */
export const sumOf = (lines: Lines): number =>
  Object.values(lines).reduce<number>((sum, amount) => sum + (amount ?? 0), 0)

/** What share of the total a line is, in whole percent, rounded up: 25.1 % is not 25 %. PURE. */
export const percentOf = (amount: number, total: number): number =>
  total === 0 ? 0 : Math.ceil((amount * 100) / total)

/** All amounts of several deliveries, by line. PURE. */
export function addUp(all: readonly Lines[]): Lines {
  const sum: Record<string, number> = {}
  for (const lines of all)
    for (const [line, amount] of Object.entries(lines)) sum[line] = (sum[line] ?? 0) + (amount ?? 0)
  return sum
}

/** What is still to be handed over, by line; a line that is all there is not listed. PURE. */
export function remains(approved: Lines, delivered: readonly Lines[]): Lines {
  const given = addUp(delivered)
  return Object.fromEntries(
    Object.entries(approved).flatMap(([line, amount]) => {
      const left = (amount ?? 0) - (given[line] ?? 0)
      return left > 0 ? [[line, left]] : []
    }),
  )
}
