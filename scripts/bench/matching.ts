import { fitted } from '@/lib/engines/matching/weights'
import type { BenchTable } from './figures/table'
import { type Corpus, elsewhereCorpus, ownCorpus } from './matching/corpus'
import { type Joinable, joinable } from './matching/join'
import { measure, quantile } from './matching/measure'
import { writeMisses } from './matching/misses'
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

const aims: Aims = { precision: 90, warn: 85, show: 95, lost: 2, swapped: 80 }

type Part = { rows: Row[]; notes: string[] }

function measureCorpus(corpus: Corpus, aims: Aims, withTimes: boolean): Part {
  const joined = joinable(corpus)
  const measured = measure(joined)
  const pairs = truePairs(corpus)
  const perPerson = joined.keys.reduce((sum, { length }) => sum + length, 0) / joined.keys.length
  const all = (share: number) => quantile(measured.allCandidates, share)
  return {
    rows: [
      [`— ${corpus.name} —`, `${corpus.records.length} records`, '', ''],
      ...overall(joined, pairs, measured, aims),
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

/** Measures the matching engine on the reported half of every corpus: our own, and one by another hand. */
export async function bench(): Promise<BenchTable> {
  const parts = [
    measureCorpus(ownCorpus('reported', 0.25), aims, true),
    measureCorpus(elsewhereCorpus('reported'), aims, false),
  ]
  return {
    title: 'Is this the same person (lib/engines/matching)',
    columns: ['measure', 'value', 'aim', 'verdict'],
    rows: parts.flatMap(({ rows }) => rows),
    notes: [
      `thresholds: warn ${fitted.thresholds.warn} bits, show ${fitted.thresholds.show} bits, chosen on the training populations`,
      ...parts.flatMap(({ notes }) => notes),
    ],
  }
}
