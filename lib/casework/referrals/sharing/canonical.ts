import type { Json } from './fact-values'

/** Raised for a value that has no single canonical form; names the place inside the value. */
export class CanonicalError extends Error {
  constructor(readonly field: string) {
    super(`No canonical form at ${field}`)
  }
}

const quote = (text: string): string => JSON.stringify(text)

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

/**
 * One and only one text for a value: keys sorted by code unit, no blanks, lists in their order. The seal
 * and the supervisor's approval pin the hash of this text, so it must not depend on how a value was built.
 * @throws CanonicalError for a number that is not finite
 */
export function canonical(value: Json, field = '$'): string {
  if (typeof value === 'string') return quote(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new CanonicalError(field)
    return JSON.stringify(value)
  }
  if (typeof value === 'boolean') return String(value)
  if (isList(value)) return `[${value.map((item, i) => canonical(item, `${field}[${i}]`)).join(',')}]`
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, item]) => `${quote(key)}:${canonical(item, `${field}.${key}`)}`).join(',')}}`
}
