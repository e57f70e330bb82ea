import { mostCandidates } from '@/lib/engines/matching/tokens'
import { fitted } from '@/lib/engines/matching/weights'
import type { BenchTable } from './figures/table'
import { type Corpus, elsewhereCorpus, ownCorpus, thirdCorpus } from './matching/corpus'
import { curves } from './matching/curves'
import { estimate } from './matching/estimate'
import { type Joinable, join, joinable } from './matching/join'
import { measure, quantile } from './matching/measure'
import { writeMisses } from './matching/misses'
import { perNameGroup } from './matching/name-groups'
import { orderSearched } from './matching/order-searched'
import { render } from './matching/render-weights'
import { type Aims, falseWarnings, overall, perStratum, type Row } from './matching/report'
import { speed } from './matching/speed'
import { truePairs } from './matching/strata'

function times(joined: Joinable): Row[] {
  const { score200, rank200, tokens1 } = speed(joined)
  const ms = (time: number) => `${time.toFixed(2)} ms`
  return [
    ['score 200 candidates', ms(score200), '≤ 5 ms', score200 <= 5 ? 'held' : 'NOT HELD'],
    ['read, fold, score and rank 200', ms(rank200), '–', ''],
    ['tokens of one person', ms(tokens1), '–', ''],
  ]
}

const aims: Aims = { precision: 85, warn: 80, show: 95, lost: 2, swapped: 80 }

type Part = { rows: Row[]; notes: string[] }

function measureCorpus(corpus: Corpus, learner: Float64Array, withTimes: boolean): Part {
  const joined = joinable(corpus)
  const measured = measure(joined)
  const pairs = truePairs(corpus)
  const perPerson = joined.keys.reduce((sum, { length }) => sum + length, 0) / joined.keys.length
  const all = (share: number) => quantile(measured.allCandidates, share)
  return {
    rows: [
      [`— ${corpus.name} —`, `${corpus.records.length} records`, '', ''],
      ...overall(joined, pairs, measured, aims),
      ...curves(joined, learner, corpus.name !== 'own generator'),
      ...perNameGroup(joined, measured),
      ...falseWarnings(joined, measured),
      ...(withTimes ? times(joined) : []),
      ...perStratum(pairs, measured),
    ],
    notes: [
      `${corpus.name}: ${measured.compared} pairs that share a token compared`,
      `${corpus.name}: ${perPerson.toFixed(1)} tokens a person; candidates of any record: median ${all(0.5)}, p99 ${all(0.99)}`,
      `${corpus.name}: ${writeMisses(corpus, pairs, measured)}`,
    ],
  }
}

/** How many candidates people have in a full instance, before and after the cut. */
function atInstanceSize(): string {
  const joined = joinable(ownCorpus('reported'))
  const counts = join(joined, () => undefined)
  const sorted = [...counts].sort((a, b) => a - b)
  const cut = (share: number) => Math.min(mostCandidates, quantile(sorted, share))
  return `${joined.people.length} records of our own: candidates compared, median ${cut(0.5)}, p99 ${cut(0.99)}; sharing any token, median ${quantile(sorted, 0.5)}, p99 ${quantile(sorted, 0.99)}`
}

/**
 * Measures the matching engine on people it has not seen: our own population, of which another part trained it, and two
 * by other hands, which had no part in it. A plain learner of the same evidence stands beside it.
 */
export async function bench(): Promise<BenchTable> {
  const { learner, model } = estimate()
  const parts = [
    measureCorpus(ownCorpus('reported', 0.25), learner, true),
    measureCorpus(elsewhereCorpus('register made elsewhere'), learner, false),
    measureCorpus(elsewhereCorpus('another draw of it'), learner, false),
    measureCorpus(thirdCorpus(), learner, false),
  ]
  return {
    title: 'Is this the same person (lib/engines/matching)',
    columns: ['measure', 'value', 'aim', 'verdict'],
    rows: parts.flatMap(({ rows }) => rows),
    notes: [
      `thresholds: warn ${fitted.thresholds.warn} bits, show ${fitted.thresholds.show} bits, chosen on the training population`,
      render(model) === render(fitted)
        ? 'the committed weights are those of a fresh fit'
        : 'the committed weights are NOT those of a fresh fit',
      atInstanceSize(),
      orderSearched(),
      ...parts.flatMap(({ notes }) => notes),
    ],
  }
}
