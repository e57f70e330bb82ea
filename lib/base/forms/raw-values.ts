import type { RawValues } from './form'

/** A form of ours has some dozens of fields; lists of codes make a few hundred pairs of it. */
export const MOST_PAIRS = 1000

/** Whether a text has more than `most` parts; looks no further than it must. */
function hasMore(text: string, separator: string, most: number): boolean {
  let at = -1
  for (let parts = 1; parts <= most; parts += 1) {
    at = text.indexOf(separator, at + 1)
    if (at < 0) return false
  }
  return true
}

/**
 * Values by name; a name that comes again makes a list, in order. Work grows with the length of the text alone. Not
 * URLSearchParams: a megabyte of pluses took it fifteen times as long as a quarter of that.
 */
export function fromForm(text: string): RawValues | undefined {
  if (hasMore(text, '&', MOST_PAIRS)) return undefined
  try {
    const values: RawValues = Object.create(null)
    const pairs = text.split('&').filter((pair) => pair !== '')
    for (let at = 0; at < pairs.length; at += 1) add(values, pairs[at] ?? '')
    return values
  } catch {
    // Half an escape, or bytes that are no text.
    return undefined
  }
}

function add(values: RawValues, pair: string): void {
  const at = pair.indexOf('=')
  const name = decoded(at < 0 ? pair : pair.slice(0, at))
  const value = at < 0 ? '' : decoded(pair.slice(at + 1))
  const before = values[name]
  if (before === undefined) values[name] = value
  else if (Array.isArray(before)) before.push(value)
  else values[name] = [before, value]
}

const decoded = (part: string): string => decodeURIComponent(part.split('+').join(' '))

export function fromJson(text: string): RawValues | undefined {
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined
    const pairs = Object.entries(parsed)
    if (pairs.length > MOST_PAIRS) return undefined
    const values: RawValues = Object.create(null)
    for (const [name, value] of pairs) {
      const plain = plainOf(value)
      if (plain === undefined) return undefined
      if (plain !== null) values[name] = plain
    }
    return values
  } catch {
    return undefined
  }
}

/** A form's view of a JSON value; null means absent, undefined means not acceptable. */
function plainOf(value: unknown): string | string[] | null | undefined {
  if (value === null || value === false) return null
  if (value === true) return 'on'
  if (typeof value === 'string') return value
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (!Array.isArray(value) || value.length > MOST_PAIRS) return undefined
  return value.every((item) => typeof item === 'string') ? value : undefined
}
