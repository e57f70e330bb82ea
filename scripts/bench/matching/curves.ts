import { fitted } from '@/lib/engines/matching/weights'
import { curve, type Point, precisionAt } from './curve'
import { gather, isTellable, placeOf, priorAt, rowLength } from './evidence'
import type { Joinable } from './join'
import { oddsOf } from './learn'
import { allLevels, facts } from './levels'
import type { Row } from './report'

/** The engine's weights as the row a learner has. */
export function engineRow(): Float64Array {
  const row = new Float64Array(rowLength)
  for (const fact of facts) {
    const table: Record<string, number> = fitted.weights[fact]
    for (const level of allLevels[fact]) row[placeOf(fact, level)] = table[level] ?? 0
  }
  row[priorAt] = fitted.prior
  return row
}

const recalls = [0.6, 0.7, 0.8, 0.85, 0.9]
/** Where the engine may not fall behind the learner by more than so much. */
const held = new Set([0.7, 0.8, 0.85])
const behind = 0.02
const share = (value: number) => value.toFixed(3)

function rowsOf(what: string, engine: readonly Point[], learner: readonly Point[], isHeld: boolean): Row[] {
  return recalls.map((recall): Row => {
    const [ours, theirs] = [precisionAt(engine, recall), precisionAt(learner, recall)]
    const asked = isHeld && held.has(recall)
    return [
      `${what}: precision at recall ${recall.toFixed(2)}`,
      `${share(ours)} (learner ${share(theirs)})`,
      asked ? `≥ learner − ${behind}` : '–',
      asked ? (ours >= theirs - behind ? 'held' : 'NOT HELD') : '',
    ]
  })
}

/** Precision by recall of the engine and of the learner, over pairs that careful people could tell apart, and the rest. */
export function curves(joined: Joinable, learner: Float64Array, isHeld: boolean): Row[] {
  const { corpus, people } = joined
  const evidence = gather(joined)
  // As the register stands: precision is that of its own pairs, whatever an instance would have.
  evidence.weight.fill(1)
  const isTold = ([a, b]: readonly [number, number]) => {
    const [one, other] = [people[a], people[b]]
    return one !== undefined && other !== undefined && isTellable(one, other)
  }
  const told = corpus.pairs.filter(isTold).length
  const rest = evidence.tellable.map((tellable) => 1 - tellable)
  const of = (row: Float64Array, total: number, only: Uint8Array) =>
    curve(evidence, (pair) => oddsOf(row, evidence, pair), total, only)
  const both = (total: number, only: Uint8Array) =>
    [of(engineRow(), total, only), of(learner, total, only)] as const
  return [
    ...rowsOf(`told apart, ${told} pairs`, ...both(told, evidence.tellable), isHeld),
    ...rowsOf(
      `the rest, ${corpus.pairs.length - told} pairs`,
      ...both(corpus.pairs.length - told, rest),
      false,
    ),
  ]
}
