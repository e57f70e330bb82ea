import type { RawValues } from './form'

type Value = string | string[] | undefined
/** Three states of one form: as the page showed it, as it stands now, as it was sent. */
export type Sides = { base: RawValues; theirs: RawValues; mine: RawValues }
export type Pick = 'mine' | 'theirs'
/** What became of a field between page and sending. `both`: two people changed it, each to something else. */
export type Change = 'none' | 'mine' | 'theirs' | 'same' | 'both'

/** An unanswered question, an empty text and an unticked box are one; the order of ticks says nothing. */
const plain = (value: Value): string =>
  [value ?? []]
    .flat()
    .filter(Boolean)
    .map((one) => one.replace(/\r\n?/g, '\n').trim())
    .toSorted()
    .join('\u0000')

export const sameValue = (a: Value, b: Value): boolean => plain(a) === plain(b)

/** PURE. */
export function changeOf(name: string, { base, theirs, mine }: Sides): Change {
  const [byMe, byThem] = [!sameValue(mine[name], base[name]), !sameValue(theirs[name], base[name])]
  if (!byMe) return byThem ? 'theirs' : 'none'
  if (!byThem) return 'mine'
  return sameValue(mine[name], theirs[name]) ? 'same' : 'both'
}

/** Whether anything of this form is not as the page showed it. PURE. */
export const changedSince = (names: readonly string[], sides: Sides): boolean =>
  names.some((name) => ['theirs', 'both', 'same'].includes(changeOf(name, sides)))

/**
 * The form as it is to be written. What I did not touch stays as it stands now; where both changed a field the pick
 * decides, and without one what stands now stays. PURE.
 */
export function compose(
  names: readonly string[],
  sides: Sides,
  picks: Readonly<Record<string, Pick>> = {},
): RawValues {
  const chosen = (name: string): Value => {
    const change = changeOf(name, sides)
    if (change === 'mine') return sides.mine[name]
    return change === 'both' && picks[name] === 'mine' ? sides.mine[name] : sides.theirs[name]
  }
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = chosen(name)
      return value === undefined ? [] : [[name, value] as const]
    }),
  )
}

/** The shown values as a form carries them and gets them back; whatever does not read as such is nothing. */
export const packValues = (
  values: Readonly<Record<string, string | readonly string[] | undefined>>,
): string => JSON.stringify(values)

export function unpackValues(text: unknown): RawValues | undefined {
  if (typeof text !== 'string') return undefined
  try {
    const found: unknown = JSON.parse(text)
    if (typeof found !== 'object' || found === null || Array.isArray(found)) return undefined
    const entries = Object.entries(found).filter(
      ([, value]) =>
        typeof value === 'string' || (Array.isArray(value) && value.every((one) => typeof one === 'string')),
    )
    return Object.fromEntries(entries) as RawValues
  } catch {
    return undefined
  }
}
