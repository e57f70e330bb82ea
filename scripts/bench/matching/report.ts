import type { Joinable } from './join'
import { type Measured, quantile } from './measure'
import { strata, type TruePair } from './strata'

export type Row = [measure: string, value: string | number, aim: string, verdict: string]
/** What is asked of the figures on one corpus, in percent. */
export type Aims = { precision: number; warn: number; show: number; lost: number; swapped: number }

const percent = (part: number, whole: number) =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`
type Found = Measured['found'][number]
const isWarned = (found: Found) => found?.verdict === 'warn'
const isShown = (found: Found) => found !== undefined && found.verdict !== 'none'
const held = (good: boolean) => (good ? 'held' : 'NOT HELD')

const atLeast = (name: string, part: number, whole: number, aim: number): Row => [
  name,
  percent(part, whole),
  `≥ ${aim} %`,
  held(100 * part >= aim * whole),
]

/** Precision and recall of warnings and of what is shown, and what blocking loses. */
export function overall({ corpus }: Joinable, pairs: TruePair[], measured: Measured, aims: Aims): Row[] {
  const { found } = measured
  const warned = found.filter(isWarned).length
  const shown = found.filter(isShown).length
  const lost = found.filter((one) => one === undefined).length
  const swapped = found.filter((_, at) => pairs[at]?.swapped)
  const at = (share: number) => quantile(measured.candidates, share)
  return [
    atLeast('warn: precision', warned, measured.warned, aims.precision),
    atLeast('warn: recall', warned, pairs.length, aims.warn),
    atLeast('show: recall', shown, pairs.length, aims.show),
    ['show: precision', percent(shown, measured.shown), '–', ''],
    [
      'true pairs lost by blocking',
      percent(lost, pairs.length),
      `≤ ${aims.lost} %`,
      held(100 * lost <= aims.lost * pairs.length),
    ],
    atLeast(
      `names swapped: warn recall, of ${swapped.length}`,
      swapped.filter(isWarned).length,
      swapped.length,
      aims.swapped,
    ),
    [`candidates among ${corpus.records.length}, median`, at(0.5), '≤ 50', held(at(0.5) <= 50)],
    ['candidates, p99', at(0.99), '≤ 200', held(at(0.99) <= 200)],
    ['candidates, largest', at(1), '–', ''],
  ]
}

/** How many different people are warned about, by what they are to each other. */
export function falseWarnings({ corpus }: Joinable, measured: Measured): Row[] {
  const kinds = [...new Set(corpus.traps.map(({ kind }) => kind))].sort()
  const count = (kind: string) => measured.falseWarnings.get(kind)?.length ?? 0
  const set = kinds.map((kind): Row => {
    const of = corpus.traps.filter((trap) => trap.kind === kind).length
    return [`warned: ${kind}, of ${of}`, count(kind), '–', '']
  })
  const others = ['others of one household', 'others'].map(
    (kind): Row => [`warned: ${kind}`, count(kind), '–', ''],
  )
  return [...set, ...others]
}

export function perStratum(pairs: TruePair[], { found }: Measured): Row[] {
  return Object.entries(strata).map(([name, fits]) => {
    const at = pairs.flatMap((pair, index) => (fits(pair) ? [index] : []))
    const share = (test: (said: Found) => boolean) =>
      percent(at.filter((index) => test(found[index])).length, at.length)
    return [`recall, ${name}`, `warn ${share(isWarned)}`, `show ${share(isShown)}`, `${at.length} pairs`]
  })
}
