import type { Shown } from './attack'
import { countsFor, type Step } from './history'
import { audiences, families, lists, tables } from './world'

type Cell = { at: string[][]; value: number }

/** What one audience was answered about one table. */
export type Given = {
  table: string
  audience: string
  state: string
  covers?: string[]
  cells?: Cell[]
  version?: number
}

/** An engine as the driver knows it: takes a request, gives what leaves; it keeps its own ledger. */
export type Engine = (request: Asked) => Given[]
export type Asked = {
  period: string
  dimensions: typeof lists
  families: typeof families
  tables: {
    table: string
    family: string
    dimensions: string[]
    keeps: string
    audiences: string[]
    counts: { at: string[]; count: number }[]
  }[]
}
export type Answer = { step: Step; given: Given[] }

/** Asks an engine for every plan of a history. */
export function play(steps: readonly Step[], engine: Engine): Answer[] {
  const names = audiences.map(({ audience }) => audience)
  return steps.map((step) => {
    const counts = new Map(countsFor(step.people).map((own) => [own.table, own.counts]))
    const asked = tables.map((table) => ({
      ...table,
      audiences: names,
      counts: counts.get(table.table) ?? [],
    }))
    return { step, given: engine({ period: step.period, dimensions: lists, families, tables: asked }) }
  })
}

const rankOf = (audience: string) => audiences.find((a) => a.audience === audience)?.rank ?? 9

/** Everything an audience can read: its own tables and those of wider audiences; the last (or first) version of each. */
export function readBy(answers: readonly Answer[], audience: string, first = false): Shown[] {
  const last = new Map<string, Shown[]>()
  for (const { step, given } of answers)
    for (const answer of given.filter((g) => rankOf(g.audience) <= rankOf(audience))) {
      const group = tables.find(({ table }) => table === answer.table)?.family ?? ''
      const wait = `${group} ${step.period} waits`
      if (answer.state === 'CARRIED') last.set(wait, [tooFew(group, step.period)])
      else last.delete(wait)
      if (!answer.cells || !answer.covers) continue
      const periods = answer.covers
      const key = `${answer.audience} ${answer.table} ${periods}`
      if (!first || !last.has(key))
        last.set(
          key,
          answer.cells.map(({ at, value }) => ({ group, periods, at, value })),
        )
    }
  return [...last.values()].flat()
}

/** A period that waits has fewer people than the strictest threshold. */
const tooFew = (group: string, period: string): Shown => ({
  group,
  periods: [period],
  at: [['*']],
  value: Math.max(...audiences.map(({ threshold }) => threshold)) - 1,
  most: true,
})

/** Figures of one table that moved by a few people between two answers that an audience can read. */
export function smallMoves(answers: readonly Answer[], threshold: number, audience: string): string[] {
  const seen = new Map<string, Set<number>>()
  for (const given of answers.flatMap((answer) => answer.given))
    for (const { at, value } of rankOf(given.audience) <= rankOf(audience) ? (given.cells ?? []) : []) {
      const key = `${given.table} ${given.covers} ${at.map((codes) => codes.join('+')).join('|')}`
      seen.set(key, (seen.get(key) ?? new Set()).add(value))
    }
  const isClose = (values: ReadonlySet<number>) =>
    [...values].some((a) => [...values].some((b) => a !== b && Math.abs(a - b) < threshold))
  return [...seen].filter(([, values]) => isClose(values)).map(([key]) => key)
}
