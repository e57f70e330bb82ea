import { performance } from 'node:perf_hooks'
import { emptyLedger, recordPlan } from '@/lib/engines/disclosure/ledger'
import { planRelease } from '@/lib/engines/disclosure/plan'
import type { Dimension, Ledger, Planned } from '@/lib/engines/disclosure/plan-types'
import { defaultRules } from '@/lib/engines/disclosure/rules'
import { engine as elsewhereEngine } from '@/lib/testing/disclosure/elsewhere'
import { generateHistory, randomFrom } from '@/lib/testing/disclosure/history'
import { naiveEngine } from '@/lib/testing/disclosure/naive'
import { planEngine } from '@/lib/testing/disclosure/planned'
import type { Engine } from '@/lib/testing/disclosure/play'
import { addScores, noScore, type Score, score } from '@/lib/testing/disclosure/score'
import { buildSystem, type System } from '@/lib/testing/disclosure/system'
import { attack } from '@/lib/testing/disclosure-elsewhere/attack'
import { rerunEverything } from '@/lib/testing/disclosure-elsewhere/rerun'
import { TINY_WORLDS } from '@/lib/testing/disclosure-elsewhere/tiny-worlds'
import type { BenchTable } from './figures/table'

/** RELAIS_BENCH_HISTORIES says how many, RELAIS_BENCH_SEED which is the first; 400 from the first are the full count. */
const HISTORIES = Number(process.env.RELAIS_BENCH_HISTORIES ?? 400)
const SEED = Number(process.env.RELAIS_BENCH_SEED ?? 1)
const NAIVE = Math.min(HISTORIES, 10)
const TABLES = 30
/** RELAIS_BENCH_ELSEWHERE says how many histories the attacker made elsewhere tries; each takes a minute or so. */
const ELSEWHERE = Number(process.env.RELAIS_BENCH_ELSEWHERE ?? 10)

/** What an attacker gets out of two years of plans, what readers get, and the time of a month. */
export async function bench(): Promise<BenchTable> {
  const system = buildSystem()
  const engine = scoreAll(system, { histories: HISTORIES, corrections: true }, planEngine)
  const naive = scoreAll(system, { histories: NAIVE, corrections: false }, () => naiveEngine)
  const other = attackedElsewhere()
  const month = monthOfTables()
  return {
    title: 'Disclosure control',
    columns: ['figure', 'engine', 'small counts left out', 'aim'],
    rows: [
      ['histories of 24 months, three audiences', engine.histories, naive.histories, 400],
      ['tables asked for', engine.tables, naive.tables, ''],
      ['figures given', engine.figures, naive.figures, ''],
      ['figures recovered exactly', engine.exact, naive.exact, 0],
      ['intervals narrower than the threshold', engine.narrow, naive.narrow, 0],
      ['figures below the threshold', engine.tooSmall, naive.tooSmall, 0],
      ['small moves between answers', engine.smallMoves, naive.smallMoves, 0],
      ['tables of small periods, counted with the next', percent(engine.carried, engine.tables), '', ''],
      ['tables withheld: their subject is too small', percent(engine.withheld, engine.tables), '', ''],
      [
        `elsewhere: small sets tried in ${ELSEWHERE} histories, ${TINY_WORLDS.length} worlds`,
        other.small,
        '',
        '',
      ],
      ['elsewhere: known exactly, or to fewer values than the threshold', other.tight, '', 0],
      [`${TABLES} tables of 60 × 12, 2 years of ledger`, `${month.seconds.toFixed(2)} s`, '', '≤ 2 s'],
      ['… of them released', month.released, '', TABLES],
    ],
    notes: [
      'Attacker: sums over places, breakdowns, periods, everybody, those referred and the others, to a fixed point.',
      'It attacks each history after two months, at one moment in between and at the end.',
      'Months of 0 to 600 people, openings of 0 to 3,300, corrections, late and repeated months; thresholds 10, 10, 5.',
    ],
  }
}

type Run = { histories: number; corrections: boolean }

function scoreAll(system: System, { histories, corrections }: Run, engine: () => Engine): Score {
  let sum = noScore
  for (let seed = SEED; seed < SEED + histories; seed++)
    sum = addScores(sum, score(system, generateHistory(seed, corrections), engine()))
  return sum
}

/** An attacker whose writer had read the public functions only: equations over histories, and every small world. */
function attackedElsewhere(): { small: number; tight: number } {
  const seeds = Array.from({ length: ELSEWHERE }, (_, i) => SEED + i)
  const found = [
    ...seeds.flatMap((seed) => attack(seed, elsewhereEngine).findings),
    ...TINY_WORLDS.map((world) => rerunEverything(elsewhereEngine, world)),
  ]
  return found.reduce((sum, { small, tight }) => ({ small: sum.small + small, tight: sum.tight + tight }), {
    small: 0,
    tight: 0,
  })
}

const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`

/** 60 cercles in 10 regions × 12 kinds in 4 groups, thirty times, for the 25th month. */
function monthOfTables(): { seconds: number; released: number } {
  let ledger: Ledger = emptyLedger
  for (let m = 0; m < 24; m++) ledger = releaseMonth(m, ledger).ledger
  const before = performance.now()
  const { tables } = releaseMonth(24, ledger)
  const released = tables.filter(({ state }) => state === 'RELEASED').length
  return { seconds: (performance.now() - before) / 1000, released }
}

function releaseMonth(m: number, ledger: Ledger): { tables: Planned[]; ledger: Ledger } {
  const random = randomFrom(m + 1)
  const people = Array.from({ length: 60 }, (_, a) => Math.floor((random() ** 6 * 4000) / (1 + (a % 6))))
  const kinds = Array.from({ length: TABLES }, (_, t) => `KIND_${t}`)
  const plan = planRelease({
    period: `${2013 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, '0')}`,
    dimensions: [
      lists('AREA', 'C', { size: 60, perGroup: 6 }),
      ...kinds.map((kind) => lists(kind, 'K', { size: 12, perGroup: 3 })),
    ],
    families: [{ family: 'NEW', kind: 'ADDITIVE', within: [] }],
    tables: kinds.map((kind, t) => ({
      table: `TABLE_${t}`,
      family: 'NEW',
      audiences: ['PUBLIC'],
      dimensions: ['AREA', kind],
      keeps: 'AREA',
      counts: countsOf(people, randomFrom(1000 * m + t + 7)),
    })),
    ledger,
    rules: { ...defaultRules, subjects: ['PLACE', ...kinds] },
  })
  if (plan.outcome === 'INVALID') throw new TypeError(`${plan.field}: ${plan.code}`)
  const recorded = recordPlan(ledger, plan)
  if (recorded.outcome === 'STALE') throw new TypeError('stale')
  return { tables: plan.tables, ledger: recorded.ledger }
}

function countsOf(people: readonly number[], random: () => number): { at: string[]; count: number }[] {
  const weights = Array.from({ length: 12 }, () => 0.2 + random())
  const all = weights.reduce((a, b) => a + b, 0)
  return people.flatMap((n, a) => {
    const parts = weights.map((w) => Math.floor((n * w) / all))
    const rest = n - parts.reduce((x, y) => x + y, 0)
    return parts.map((count, k) => ({ at: [`C${a}`, `K${k}`], count: k === 0 ? count + rest : count }))
  })
}

type Size = { size: number; perGroup: number }

function lists(name: string, prefix: string, { size, perGroup }: Size): Dimension {
  const isPlace = name === 'AREA'
  const [fine, coarse] = isPlace ? ['CERCLE', 'REGION'] : ['UNIT', 'GROUP']
  const groups = Array.from({ length: size / perGroup }, (_, g) => ({
    code: `${prefix}G${g}`,
    level: coarse,
    parent: null,
  }))
  const codes = Array.from({ length: size }, (_, i) => ({
    code: `${prefix}${i}`,
    level: fine,
    parent: `${prefix}G${Math.floor(i / perGroup)}`,
  }))
  return { name, about: isPlace ? 'PLACE' : name, levels: [fine, coarse], codes: [...codes, ...groups] }
}
