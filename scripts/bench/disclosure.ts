import { performance } from 'node:perf_hooks'
import { release } from '@/lib/engines/disclosure/release'
import { defaultRules } from '@/lib/engines/disclosure/rules'
import type { Dimension, LedgerEntry, ReleaseRequest } from '@/lib/engines/disclosure/types'
import { generateHistory, randomFrom } from '@/lib/testing/disclosure/history'
import { naiveEngine } from '@/lib/testing/disclosure/naive'
import type { Engine } from '@/lib/testing/disclosure/play'
import { addScores, noScore, type Score, score } from '@/lib/testing/disclosure/score'
import { buildSystem, type System } from '@/lib/testing/disclosure/system'
import { audiences } from '@/lib/testing/disclosure/world'
import type { BenchTable } from './figures/table'

/** RELAIS_BENCH_HISTORIES shortens a trial run; the figures that count are those of 500. */
const HISTORIES = Number(process.env.RELAIS_BENCH_HISTORIES ?? 500)
const NAIVE = Math.min(HISTORIES, 10)
const TABLES = 30

/** What an attacker gets out of two years of releases, what readers get, and the time of a month. */
export async function bench(): Promise<BenchTable> {
  const system = buildSystem()
  const thresholds = new Map(audiences.map((a) => [a.audience, a.threshold]))
  const engine = scoreAll(system, { histories: HISTORIES, corrections: true }, release)
  const naive = scoreAll(system, { histories: NAIVE, corrections: false }, naiveEngine(thresholds))
  const month = monthOfTables()
  return {
    title: 'Disclosure control',
    columns: ['figure', 'engine', 'primary suppression only', 'aim'],
    rows: [
      ['histories of 24 months, three audiences', engine.histories, naive.histories, 500],
      ['tables asked for', engine.tables, naive.tables, ''],
      ['figures recovered exactly', engine.exact, naive.exact, 0],
      ['intervals narrower than the threshold', engine.narrow, naive.narrow, 0],
      ['small moves between versions', engine.smallMoves, naive.smallMoves, 0],
      ['periods solved by enumeration', engine.solvedTables, naive.solvedTables, ''],
      ['… blank cells narrower than the threshold', engine.solvedNarrow, naive.solvedNarrow, 0],
      ['people in published cells', percent(engine.shown, engine.people), '', '≥ 85 %'],
      ['non-zero cells hidden at the level chosen', percent(engine.blank, engine.cells), '', '≤ 15 %'],
      ['tables withheld whole', percent(engine.withheldTables, engine.tables), '', ''],
      [`${TABLES} tables of 60 × 12, 2 years of ledger`, `${month.seconds.toFixed(2)} s`, '', '≤ 2 s'],
      ['… of them released', month.released, '', TABLES],
    ],
    notes: [
      'Attacker: sums over places, breakdowns, months, quarters, years and cumulative figures to a fixed point.',
      'It attacks each history after two months, at one moment in between and at the end.',
      'Histories have 30 to 600 people a month and start with nobody, with 1 to 40 people or with up to 3,300.',
      'Histories have late corrections, re-issues, late and repeated requests; thresholds 10, 10 and 5.',
    ],
  }
}

type Run = { histories: number; corrections: boolean }

function scoreAll(system: System, { histories, corrections }: Run, engine: Engine): Score {
  let sum = noScore
  for (let seed = 1; seed <= histories; seed++)
    sum = addScores(sum, score(system, generateHistory(seed, corrections), engine))
  return sum
}

const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`

/** 60 cercles in 10 regions × 12 kinds in 4 groups, thirty times, for the 25th month. */
function monthOfTables(): { seconds: number; released: number } {
  const ledger: LedgerEntry[] = []
  for (let m = 0; m < 24; m++) releaseMonth(m, ledger)
  const before = performance.now()
  const released = releaseMonth(24, ledger)
  return { seconds: (performance.now() - before) / 1000, released }
}

function releaseMonth(m: number, ledger: LedgerEntry[]): number {
  const random = randomFrom(m + 1)
  const people = Array.from({ length: 60 }, (_, a) => Math.floor((random() ** 6 * 4000) / (1 + (a % 6))))
  let released = 0
  for (let t = 0; t < TABLES; t++) {
    const outcome = release(requestOf({ m, t, people, ledger }))
    if (outcome.outcome !== 'RELEASED') continue
    ledger.push(...outcome.entries)
    released += 1
  }
  return released
}

type Asked = { m: number; t: number; people: number[]; ledger: LedgerEntry[] }

function requestOf({ m, t, people, ledger }: Asked): ReleaseRequest {
  const random = randomFrom(1000 * m + t + 7)
  const weights = Array.from({ length: 12 }, () => 0.2 + random())
  const all = weights.reduce((a, b) => a + b, 0)
  const counts = people.flatMap((n, a) => {
    const parts = weights.map((w) => Math.floor((n * w) / all))
    const rest = n - parts.reduce((x, y) => x + y, 0)
    return parts.map((count, k) => ({ at: [`C${a}`, `K${k}`], count: k === 0 ? count + rest : count }))
  })
  return {
    table: `TABLE_${t}`,
    family: 'NEW_PEOPLE',
    kind: 'ADDITIVE',
    period: `${2013 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, '0')}`,
    cumulative: false,
    reissue: false,
    audience: 'PUBLIC',
    dimensions: [
      lists('AREA', 'C', { size: 60, perGroup: 6 }),
      lists(`KIND_${t}`, 'K', { size: 12, perGroup: 3 }),
    ],
    counts,
    ledger,
    rules: defaultRules,
  }
}

type Size = { size: number; perGroup: number }

function lists(name: string, prefix: string, { size, perGroup }: Size): Dimension {
  const groups = Array.from({ length: size / perGroup }, (_, g) => ({
    code: `${prefix}G${g}`,
    level: 'GROUP',
    parent: null,
  }))
  const codes = Array.from({ length: size }, (_, i) => ({
    code: `${prefix}${i}`,
    level: 'UNIT',
    parent: `${prefix}G${Math.floor(i / perGroup)}`,
  }))
  return { name, levels: ['UNIT', 'GROUP'], codes: [...codes, ...groups] }
}
