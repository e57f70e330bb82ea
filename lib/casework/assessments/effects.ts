import type { Discipline } from '@/lib/platform/access/roles'
import { instrumentOf } from './book'
import type { Answers, Effect, Result } from './instrument'

/**
 * What results lead to: facts for the table of risk, further instruments, services, flags. PURE.
 * A result that tells of abuse by an aid worker leaves no trace (ruling 1): it is said to whoever writes, and kept nowhere.
 */
const tellsOfAbuse = ({ then }: Result) => then.tell?.includes('PSEA_FP') ?? false

export const keptResults = (results: readonly Result[]): string[] =>
  results.filter((one) => !tellsOfAbuse(one)).map(({ id }) => id)

export const abuseTold = (results: readonly Result[]): Result | undefined => results.find(tellsOfAbuse)

const union = <T>(results: readonly Result[], of: (then: Effect) => readonly T[] | undefined): T[] => [
  ...new Set(results.flatMap(({ then }) => of(then) ?? [])),
]
export const flagsOf = (results: readonly Result[]) => union(results, ({ flag }) => flag && [flag])
export const servicesOf = (results: readonly Result[]) => union(results, ({ services }) => services)
/** A sheet that says nothing to the table of risk asks nobody to rate again what another sheet said. */
export const speaksOfRisk = (results: readonly Result[]) => results.some(({ then }) => then.facts)
/** A panel decides: some decisions are heavy by rule, others in the eyes of whoever assessed. */
export const callsForPanel = (said: { answers: Answers | undefined; results: readonly Result[] }): boolean =>
  said.answers?.bi_panel === 'YES' || said.results.some(({ then }) => then.panel)
export const opensOf = (results: readonly Result[]) => union(results, ({ open }) => open)

/** A finished assessment as everybody on the case reads it. */
export type Finished = { instrument: string; discipline: Discipline; results: readonly string[]; at: Date }

export const resultsNamed = (instrument: string, ids: readonly string[]): Result[] =>
  (instrumentOf(instrument)?.results ?? []).filter(({ id }) => ids.includes(id))

/** Of each instrument the newest: an older one is history. */
export function newestOf<T extends { instrument: string; at: Date }>(all: readonly T[]): T[] {
  const latest = new Map<string, T>()
  for (const one of all.toSorted((a, b) => a.at.getTime() - b.at.getTime())) latest.set(one.instrument, one)
  return [...latest.values()]
}

type FactsOf = Readonly<Record<string, string | boolean>>
export type AssessedFacts = {
  /** From answers that the whole team reads. */
  open: FactsOf
  /** From sealed answers: a proposal says whose assessment it was, never the fact. */
  sealed: FactsOf
  by: Discipline[]
}

/** What the newest assessments say to the table of risk. */
export function assessedFacts(finished: readonly Finished[]): AssessedFacts {
  const given = newestOf(finished).flatMap(({ instrument, discipline, results }) =>
    resultsNamed(instrument, results).flatMap(({ then }) =>
      then.facts
        ? [{ facts: then.facts, by: discipline, open: instrumentOf(instrument)?.reader === 'TEAM' }]
        : [],
    ),
  )
  const of = (wanted: boolean): FactsOf =>
    Object.assign({}, ...given.filter(({ open }) => open === wanted).map(({ facts }) => facts))
  const by = given.filter(({ open }) => !open).map((one) => one.by)
  return { open: of(true), sealed: of(false), by: [...new Set(by)] }
}
