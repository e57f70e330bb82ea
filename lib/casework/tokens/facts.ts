import { fold } from '@/lib/base/text/fold'
import type { Birth, Person } from '@/lib/engines/matching/person'

/** What is known of somebody under which they can be found, as it was typed; everything may be missing. */
export type Known = {
  given?: string
  family?: string
  alias?: string
  mother?: string
  /** Given names of the others of the household. */
  household?: readonly string[]
  village?: string
  /** A cercle's code, or why there is none. */
  cercle?: string | null
  phone?: string
  sex?: string | null
  birth?: { date?: string | null; year?: number | null; basis?: string | null }
}

const LONGEST = 200
const MOST_AT_HOME = 20
const EARLIEST = 1880

/** A name as the engine takes it: no control or invisible marks, of bounded length. */
const plain = (text: string | undefined): string | undefined =>
  fold(text ?? '')
    .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
    .trim()
    .slice(0, LONGEST) || undefined

/** The telephone numbers in what was typed: runs of six digits and more, however they are spaced. PURE. */
export function phonesIn(text: string | undefined): string[] {
  const runs = fold(text ?? '').match(/\+?\d(?:[ .()-]{0,2}\d){5,18}/g) ?? []
  return runs.map((run) => run.replace(/\D/g, '')).filter((digits) => digits.length >= 6)
}

/** A full date from a paper or from memory; else the year, as sure as its source. */
function birthOf({ date, year, basis }: NonNullable<Known['birth']>): Birth | undefined {
  const [, y, m, d] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date ?? '') ?? []
  if (y && m && d && Number(y) >= EARLIEST) return { year: Number(y), month: Number(m), day: Number(d) }
  if (!year || year < EARLIEST) return undefined
  return { year, within: basis === 'DOC' ? 0 : basis === 'STATED' ? 1 : 3 }
}

const SEXES = ['F', 'M', 'X', 'U'] as const

/** The same as the matching engine takes it: what it would refuse is left out, since a save must never fail by it. PURE. */
export function personOf(known: Known): Person {
  return {
    given: plain(known.given),
    family: plain(known.family),
    mother: plain(known.mother),
    household: (known.household ?? []).flatMap((name) => plain(name) ?? []).slice(0, MOST_AT_HOME),
    village: plain(known.village),
    cercle: /^ML\d{4}$/.test(known.cercle ?? '') ? (known.cercle ?? undefined) : undefined,
    birth: known.birth && birthOf(known.birth),
    phone: phonesIn(known.phone)[0],
    sex: SEXES.find((sex) => sex === known.sex),
  }
}
