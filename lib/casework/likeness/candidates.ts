import { type SQL, sql } from 'drizzle-orm'
import { filedPeople } from '@/lib/casework/people/filed'
import { type Known, personOf } from '@/lib/casework/tokens/facts'
import { compoundTokens, listed } from '@/lib/casework/tokens/make-tokens'
import { prepare } from '@/lib/engines/matching/prepare'
import { match, rank } from '@/lib/engines/matching/score'
import { mostCandidates } from '@/lib/engines/matching/tokens'
import { type FactLine, factLines } from './fact-lines'
import type { OpenedFile } from './files-of'

/** A file that may be of the same person: who of it is alike, and what agrees. */
export type Candidate = OpenedFile & {
  /** `warn`: ask before going on; `show`: possible. */
  verdict: 'warn' | 'show'
  /** Somebody of the household, not the person the file is about. */
  atHome: boolean
  lines: FactLine[]
}

/** More than so many possible files help nobody to decide. */
const SHOWN = 5

/** The statement that finds whoever shares a compound token with somebody known as this, in reach: those who share most. */
export function alikeIds(known: Known): SQL | undefined {
  const open = listed(compoundTokens(known, 'open'))
  const restricted = listed(compoundTokens(known, 'restricted'))
  if (open === '{}') return undefined
  return sql`select found.id from app.find_alike(${open}::bigint[], ${restricted}::bigint[], ${mostCandidates}) as found(id)`
}

/** The likeliest of some files, each by whoever of it is most alike. PURE. */
export function likeliest(known: Known, files: readonly OpenedFile[]): Candidate[] {
  const people = files.flatMap((one) =>
    filedPeople([one.person, ...one.household]).map((filed) => ({ one, ...filed })),
  )
  const ranked = rank(
    personOf(known),
    people.map((person) => personOf(person.known)),
  )
  const best = new Map<string, Candidate>()
  for (const { at, verdict, evidence } of ranked) {
    const person = people[at]
    if (!person || verdict === 'none' || best.has(person.one.file.id)) continue
    const atHome = person.id !== person.one.person.id
    best.set(person.one.file.id, { ...person.one, verdict, atHome, lines: factLines(evidence) })
  }
  return [...best.values()].slice(0, SHOWN)
}

/** The persons of two files, fact by fact. PURE. */
export const compared = (a: Known, b: Known): FactLine[] =>
  factLines(match(prepare(personOf(a)), prepare(personOf(b))).evidence)
