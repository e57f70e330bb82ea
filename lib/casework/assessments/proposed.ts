import { INSTRUMENTS } from './book'
import { type Finished, newestOf, opensOf, resultsNamed } from './effects'

/** Which instruments the codes of a case call for. PURE. */
export type Proposed = { id: string; because: 'rule' | 'result' | 'first' }

type Known = {
  /** Instruments that the rules of risk name for this case. */
  ruled: readonly string[]
  finished: readonly Finished[]
  /** Begun and not finished: they are gone on with, not proposed. */
  begun: readonly string[]
}

/** The conversation everybody begins with. */
const FIRST = 'SW_GENERAL'

/** In the order of the book; what an earlier result opened is proposed until it was filled in after that. */
export function proposedInstruments({ ruled, finished, begun }: Known): Proposed[] {
  const done = new Map(newestOf(finished).map((one) => [one.instrument, one.at.getTime()]))
  const opened = newestOf(finished).flatMap((one) =>
    opensOf(resultsNamed(one.instrument, one.results)).filter(
      (id) => (done.get(id) ?? Number.NEGATIVE_INFINITY) < one.at.getTime(),
    ),
  )
  const because = (id: string): Proposed['because'] | undefined => {
    if (begun.includes(id)) return undefined
    if (opened.includes(id)) return 'result'
    if (done.has(id)) return undefined
    return ruled.includes(id) ? 'rule' : id === FIRST ? 'first' : undefined
  }
  return INSTRUMENTS.flatMap(({ id }) => {
    const why = because(id)
    return why ? [{ id, because: why }] : []
  })
}
