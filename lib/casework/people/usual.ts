import { type SQL, sql } from 'drizzle-orm'
import { isUnsaid } from '@/lib/base/codes/codes'
import type { Actor } from '@/lib/platform/access/actor'
import { people } from '@/lib/platform/db/schema'
import { within } from './within'

/** How many answers a long list shows before one searches. */
export const USUAL = 5
/** Enough files to know what is usual; more would only take longer. */
const COUNTED = 200

export type Office = Record<'languages' | 'nationalities' | 'origins', readonly string[]>

/** Where nothing is counted yet: what is spoken around an office, most spoken first. */
const LANGUAGES: Readonly<Record<string, readonly string[]>> = {
  BKO: ['bam', 'fra', 'ffm', 'snk', 'ses'],
  MOP: ['ffm', 'bam', 'dts', 'khq', 'fra'],
  TBT: ['khq', 'taq', 'mey', 'fra', 'bam'],
  GAO: ['ses', 'taq', 'mey', 'fra', 'bam'],
}
const ELSEWHERE = ['bam', 'fra', 'ffm', 'ses', 'taq']
/** Where people an office meets come from. */
const ORIGINS: Readonly<Record<string, readonly string[]>> = {
  MOP: ['ML0605', 'ML0703', 'ML0504', 'ML0604', 'ML0802'],
  TBT: ['ML0605', 'ML0604', 'ML0603', 'ML0602', 'ML0601'],
}
const ORIGINS_ELSEWHERE = ['ML0703', 'ML0605', 'ML0802', 'ML0704', 'ML0701']
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
  sql`(select json_agg(json_build_object('languages', p.languages, 'nationalities', p.nationalities, 'origins', array_remove(array[p.origin_cercle], null))) from (
    select ${people.languages}, ${people.nationalities}, ${people.originCercle} from ${people}
    where ${people.officeId} = ${officeId} and ${people.standing} = 'PRINCIPAL' and ${within(actor)} limit ${COUNTED}) p)`

/** The usual five of each list, from what was counted. PURE. */
export const usualOf = (counted: Counted, officeId: string): Office => ({
  languages: usual(
    (counted ?? []).map((row) => row.languages),
    LANGUAGES[officeId] ?? ELSEWHERE,
  ),
  nationalities: usual(
    (counted ?? []).map((row) => row.nationalities),
    NATIONALITIES,
  ),
  origins: usual(
    (counted ?? []).map((row) => row.origins),
    ORIGINS[officeId] ?? ORIGINS_ELSEWHERE,
  ),
})
