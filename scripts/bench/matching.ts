import { mkdirSync, writeFileSync } from 'node:fs'
import { fitted } from '@/lib/engines/matching/weights'
import type { BenchTable } from './figures/table'
import { type Joinable, joinable } from './matching/join'
import { type Measured, measure, quantile } from './matching/measure'
import { speed } from './matching/speed'
import { contradicting, differing, strata, type TruePair, truePair } from './matching/strata'

const percent = (part: number, whole: number) =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`

type Row = [string, string | number, string, string]
type Found = Measured['found'][number]

const isWarned = (found: Found) => found?.verdict === 'warn'
const isShown = (found: Found) => found !== undefined && found.verdict !== 'none'
const held = (good: boolean) => (good ? 'held' : 'NOT HELD')

function overall({ population }: Joinable, measured: Measured): Row[] {
  const pairs = measured.found.length
  const warned = measured.found.filter(isWarned).length
  const shown = measured.found.filter(isShown).length
  const lost = measured.found.filter((found) => found === undefined).length
  const at = (share: number) => quantile(measured.candidates, share)
  return [
    ['warn: precision', percent(warned, measured.warned), '≥ 95 %', held(warned / measured.warned >= 0.95)],
    ['warn: recall', percent(warned, pairs), '≥ 90 %', held(warned / pairs >= 0.9)],
    ['show: recall', percent(shown, pairs), '≥ 97 %', held(shown / pairs >= 0.97)],
    ['show: precision', percent(shown, measured.shown), '–', ''],
    ['true pairs lost by blocking', percent(lost, pairs), '≤ 3 %', held(lost / pairs <= 0.03)],
    [`candidates among ${population.people}, median`, at(0.5), '≤ 50', held(at(0.5) <= 50)],
    ['candidates, p99', at(0.99), '≤ 200', held(at(0.99) <= 200)],
    ['candidates, largest', at(1), '–', ''],
  ]
}

/** A pair of names that must never match is one only where both names are written down. */
function traps({ population }: Joinable, measured: Measured): Row[] {
  const { records } = population
  const warned = (kind: Parameters<typeof measured.falseWarnings.get>[0]) =>
    measured.falseWarnings.get(kind) ?? []
  const bothNamed = warned('barredNames').filter(([a, b]) => records[a]?.family && records[b]?.family).length
  const count = (kind: string) => population.traps.filter((trap) => trap.kind === kind).length
  const of = (kind: 'twins' | 'brothers' | 'namesakes'): Row => [
    `warned: ${kind}, of ${count(kind)}`,
    warned(kind).length,
    '–',
    '',
  ]
  return [
    [`warned: names that must not match, of ${count('barredNames')}`, bothNamed, '0', held(bothNamed === 0)],
    ['… one of the two names not written', warned('barredNames').length - bothNamed, '–', ''],
    of('twins'),
    of('brothers'),
    of('namesakes'),
    ['warned: others of one household', warned('household').length, '–', ''],
    ['warned: others', warned('others').length, '–', ''],
  ]
}

function perStratum(pairs: TruePair[], { found }: Measured): Row[] {
  return Object.entries(strata).map(([name, fits]) => {
    const at = pairs.flatMap((pair, index) => (fits(pair) ? [index] : []))
    const share = (test: (said: Found) => boolean) =>
      percent(at.filter((index) => test(found[index])).length, at.length)
    return [`recall, ${name}`, `warn ${share(isWarned)}`, `show ${share(isShown)}`, `${at.length} pairs`]
  })
}

/** Every miss and every false warning, for reading one by one. Invented people only. */
function writeMisses({ population: { records } }: Joinable, pairs: TruePair[], measured: Measured): string {
  const misses = pairs.flatMap(({ first, second }, at) => {
    const said = measured.found[at]
    return isWarned(said) ? [] : [{ first, second, said: said ?? 'lost by blocking' }]
  })
  const wrong = [...measured.falseWarnings].flatMap(([kind, found]) =>
    found.map(([a, b]) => ({ kind, first: records[a], second: records[b] })),
  )
  mkdirSync('.relais/bench', { recursive: true })
  const path = '.relais/bench/matching-misses.json'
  writeFileSync(path, JSON.stringify({ misses, falseWarnings: wrong }, null, 1))
  return `${misses.length} true pairs below warn and ${wrong.length} false warnings are listed in ${path}`
}

function times(joined: Joinable): Row[] {
  const { score200, rank200, tokens1 } = speed(joined)
  const ms = (time: number) => `${time.toFixed(2)} ms`
  return [
    ['score 200 candidates', ms(score200), '≤ 5 ms', held(score200 <= 5)],
    ['read, fold, score and rank 200', ms(rank200), '–', ''],
    ['tokens of one person', ms(tokens1), '–', ''],
  ]
}

/** Measures the matching engine on the reported population: 100,000 people, 10,000 duplicates and the traps. */
export async function bench(): Promise<BenchTable> {
  const joined = joinable('reported')
  const { population, keys } = joined
  const measured = measure(joined)
  const pairs = population.duplicates.map((pair) => truePair(population, pair))
  const three = pairs.filter((pair) => differing(pair) >= 3).length
  const against = pairs.filter((pair) => contradicting(pair) >= 3).length
  const lack = (fact: 'mother' | 'phone') =>
    percent(pairs.filter(({ second }) => !second[fact]).length, pairs.length)
  const perPerson = keys.reduce((sum, { length }) => sum + length, 0) / keys.length
  return {
    title: 'Is this the same person (lib/people/matching)',
    columns: ['measure', 'value', 'aim', 'verdict'],
    rows: [
      ...overall(joined, measured),
      ...traps(joined, measured),
      ...times(joined),
      ...perStratum(pairs, measured),
    ],
    notes: [
      `thresholds: warn ${fitted.thresholds.warn} bits, show ${fitted.thresholds.show} bits, chosen on the training population`,
      `every pair that shares a token is compared once: ${measured.compared} pairs among ${population.records.length} records`,
      `duplicates: ${percent(three, pairs.length)} differ in three facts or more, ${percent(against, pairs.length)} contradict in three or more, ${lack('mother')} lack the mother's name, ${lack('phone')} lack a phone`,
      `${perPerson.toFixed(1)} tokens a person; candidates of any record: median ${quantile(measured.allCandidates, 0.5)}, p99 ${quantile(measured.allCandidates, 0.99)}`,
      writeMisses(joined, pairs, measured),
    ],
  }
}
