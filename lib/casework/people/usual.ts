import { type SQL, sql } from 'drizzle-orm'
import { isUnsaid } from '@/lib/base/codes/codes'
import type { Actor } from '@/lib/platform/access/actor'
import { people } from '@/lib/platform/db/schema'
import { within } from './within'

/** How many answers a long list shows before one searches. */
export const USUAL = 5
/** Enough files to know what is usual; more would only take longer. */
const COUNTED = 200

export type Office = { languages: readonly string[]; nationalities: readonly string[] }

/** Where nothing is counted yet: what is spoken around an office, most spoken first. */
const LANGUAGES: Readonly<Record<string, readonly string[]>> = {
  BKO: ['bam', 'fra', 'ffm', 'snk', 'ses'],
  MOP: ['ffm', 'bam', 'dts', 'khq', 'fra'],
  TBT: ['khq', 'taq', 'mey', 'fra', 'bam'],
  GAO: ['ses', 'taq', 'mey', 'fra', 'bam'],
}
const ELSEWHERE = ['bam', 'fra', 'ffm', 'ses', 'taq']
const NATIONALITIES = ['MLI', 'NER', 'BFA', 'CIV', 'GIN']

/** The five an office meets most: as counted, then those its list has. Why an answer is missing is no answer. PURE. */
export function usual(counted: readonly (readonly string[])[], list: readonly string[]): string[] {
  const times = new Map<string, number>()
  for (const code of counted.flat()) if (!isUnsaid(code)) times.set(code, (times.get(code) ?? 0) + 1)
  const most = [...times].toSorted(([a, x], [b, y]) => y - x || a.localeCompare(b)).map(([code]) => code)
  return [...new Set([...most, ...list])].slice(0, USUAL)
}

type Counted = Office[] | null

/** What people of this office speak and are, in the files the reader may open, as JSON for a statement that asks for more. */
export const usualJson = (actor: Actor, officeId: string): SQL =>
  sql`(select json_agg(json_build_object('languages', p.languages, 'nationalities', p.nationalities)) from (
    select ${people.languages}, ${people.nationalities} from ${people}
    where ${people.officeId} = ${officeId} and ${people.standing} = 'PRINCIPAL' and ${within(actor)} limit ${COUNTED}) p)`

/** The usual five of both lists, from what was counted. PURE. */
export const usualOf = (counted: Counted, officeId: string): Office => ({
  languages: usual(
    (counted ?? []).map((row) => row.languages),
    LANGUAGES[officeId] ?? ELSEWHERE,
  ),
  nationalities: usual(
    (counted ?? []).map((row) => row.nationalities),
    NATIONALITIES,
  ),
})
