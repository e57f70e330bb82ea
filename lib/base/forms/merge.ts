import type { RawValues } from './form'

type Value = string | string[] | undefined
/** Three states of one form: as the page showed it, as it stands now, as it was sent. */
export type Sides = { base: RawValues; theirs: RawValues; mine: RawValues }
export type Pick = 'mine' | 'theirs'
/**
 * What became of a field between page and sending. `both`: two people changed it, each to something else; `merged`: the
 * same of a list, where each tick is an answer of its own, so that no two can differ.
 */
export type Change = 'none' | 'mine' | 'theirs' | 'same' | 'both' | 'merged'
/** What is known of a form's fields here: their kind. */
export type Kinds = Readonly<Record<string, { kind: string }>>

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
export function changeOf(name: string, { base, theirs, mine }: Sides, fields: Kinds = {}): Change {
  const [byMe, byThem] = [!sameValue(mine[name], base[name]), !sameValue(theirs[name], base[name])]
  if (!byMe) return byThem ? 'theirs' : 'none'
  if (!byThem) return 'mine'
  if (sameValue(mine[name], theirs[name])) return 'same'
  return fields[name]?.kind === 'codes' ? 'merged' : 'both'
}

/** Whether anything of this form is not as the page showed it. PURE. */
export const changedSince = (fields: Kinds, sides: Sides): boolean =>
  Object.keys(fields).some((name) => !['none', 'mine'].includes(changeOf(name, sides, fields)))

const ticks = (value: Value): string[] => [value ?? []].flat().filter(Boolean)

/** A list as both left it: what stands now, with what I ticked and without what I unticked. PURE. */
export function mergedList(name: string, { base, theirs, mine }: Sides): string[] {
  const [was, now, own] = [ticks(base[name]), ticks(theirs[name]), ticks(mine[name])]
  const kept = now.filter((one) => !was.includes(one) || own.includes(one))
  return [...kept, ...own.filter((one) => !was.includes(one) && !kept.includes(one))]
}

/**
 * The form as it is to be written. What I did not touch stays as it stands now; a list that both changed keeps what each
 * did; where both changed another field the pick decides, and without one what stands now stays. PURE.
 */
export function compose(fields: Kinds, sides: Sides, picks: Readonly<Record<string, Pick>> = {}): RawValues {
  const chosen = (name: string): Value => {
    const change = changeOf(name, sides, fields)
    if (change === 'mine') return sides.mine[name]
    if (change === 'merged') return mergedList(name, sides)
    return change === 'both' && picks[name] === 'mine' ? sides.mine[name] : sides.theirs[name]
  }
  return Object.fromEntries(
    Object.keys(fields).flatMap((name) => {
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
