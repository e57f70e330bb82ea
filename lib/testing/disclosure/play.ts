import type { Shown } from './attack'
import type { Step } from './history'
import { audiences, tables } from './world'

type Cell = { at: string[]; value: number | null; state: string }

/** What the driver needs to know of an engine; the engine itself is handed in. */
export type EngineOutcome = {
  outcome: string
  cells?: Cell[]
  opening?: Cell[]
  entries?: unknown[]
  level?: string[]
  notes?: string[]
  field?: string
  code?: string
  reason?: string
}
export type Engine = (request: unknown) => EngineOutcome
export type Answer = { step: Step; outcome: EngineOutcome }

/** Asks an engine for every table of a history, keeping its ledger for it. */
export function play(steps: readonly Step[], engine: Engine): Answer[] {
  const ledger: unknown[] = []
  return steps.map((step) => {
    const outcome = engine({
      ...step,
      family: 'NEW_PEOPLE',
      kind: 'ADDITIVE',
      dimensions: tables[step.table],
      ledger,
    })
    if (outcome.outcome === 'INVALID') throw new TypeError(`${outcome.field}: ${outcome.code}`)
    ledger.push(...(outcome.entries ?? []))
    return { step, outcome }
  })
}

/** Everything an audience can read: its own tables and those of wider audiences; the last version of each. */
export function readBy(answers: readonly Answer[], audience: string, first = false): Shown[] {
  const rank = audiences.find((a) => a.audience === audience)?.rank ?? 0
  const visible = new Set(audiences.filter((a) => a.rank <= rank).map((a) => a.audience))
  const last = new Map<string, Shown[]>()
  for (const { step, outcome } of answers) {
    if (!visible.has(step.audience) || !outcome.cells) continue
    const key = `${step.audience} ${step.table} ${step.period} ${step.cumulative}`
    if (first && last.has(key)) continue
    last.set(key, shownIn(outcome.cells, step.cumulative ? `TO ${step.period}` : step.period))
    if (outcome.opening?.length)
      last.set(`${step.audience} ${step.table}`, shownIn(outcome.opening, 'OPENING'))
  }
  return [...last.values()].flat()
}

const shownIn = (cells: readonly Cell[], time: string): Shown[] =>
  cells.map(({ at, value, state }) => ({ time, at, value, base: state === 'ROUNDED' ? 5 : 1 }))

/** Small moves between two versions of one table that an audience can read, e.g. 14 and then 17. */
export function smallMoves(answers: readonly Answer[], threshold: number, audience: string): string[] {
  const rank = audiences.find((a) => a.audience === audience)?.rank ?? 0
  const seen = new Map<string, number[]>()
  for (const { step, outcome } of answers) {
    if ((audiences.find((a) => a.audience === step.audience)?.rank ?? 9) > rank) continue
    for (const { at, value } of outcome.cells ?? []) {
      if (value === null || step.cumulative) continue
      const key = `${step.period} ${at.every((c, i) => i === 0 || c === '*') ? at[0] : at.join('|')}`
      seen.set(key, [...(seen.get(key) ?? []), value])
    }
  }
  return [...seen].filter(([, values]) => hasSmallStep(values, threshold)).map(([key]) => key)
}

function hasSmallStep(values: number[], threshold: number): boolean {
  const kinds = [...new Set(values)]
  return kinds.some((a) => kinds.some((b) => a !== b && Math.abs(a - b) < threshold))
}
