import type { FormWords, RawValues } from './form'
import { readDay } from './read-day'

/**
 * Days that were typed shorter than they are, said back on the next page as they were understood. PURE.
 *   understoodDays(form, raw, read) → 'assistance.givenOn.2014-06-30'[]     what the address of the next page carries
 *   saidBack(path) → the same, read from an address
 * A day that tells who somebody is (`quiet`) never stands in an address.
 */
export type Understood = { noun: string; name: string; iso: string }

const PARAMETER = 'read-as'
const ONE = /^([a-z-]{1,20})\.([A-Za-z]{1,30})\.(\d{4}-\d{2}-\d{2})$/

export function understoodDays(
  { noun, fields }: FormWords,
  raw: RawValues,
  read: Readonly<Record<string, unknown>>,
): string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const [typed, iso] = [raw[name], read[name]]
    if (field.kind !== 'day' || field.quiet || typeof typed !== 'string' || typeof iso !== 'string') return []
    // Only whether something was guessed: the day itself was read by the form.
    const guessed = readDay(typed, { today: iso })?.sayBack ?? true
    return iso !== '' && guessed ? [`${noun}.${name}.${iso}`] : []
  })
}

/** The address with what was understood, before its fragment. */
export function withUnderstood(location: string, days: readonly string[]): string {
  if (days.length === 0) return location
  const [page = '', fragment] = location.split('#')
  const added = days.map((one) => `${PARAMETER}=${one}`).join('&')
  return `${page}${page.includes('?') ? '&' : '?'}${added}${fragment ? `#${fragment}` : ''}`
}

export function saidBack(path: string): Understood[] {
  const [, search = ''] = path.split('?')
  return new URLSearchParams(search).getAll(PARAMETER).flatMap((text) => {
    const [, noun, name, iso] = ONE.exec(text) ?? []
    return noun && name && iso ? [{ noun, name, iso }] : []
  })
}
