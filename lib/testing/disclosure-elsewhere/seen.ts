import type { Asked, Discloser, Output, Reader } from './api'

/** One step of a history with what left at it, and which version of its period it asked (0 is the first). */
export type Seen = { asked: Asked; version: number; outputs: readonly Output[]; refused?: string }

/** Runs a history through a discloser, as the office would, month after month. */
export function runHistory<Memory>(discloser: Discloser<Memory>, steps: readonly Asked[]): Seen[] {
  const versions = new Map<string, number>()
  let memory = discloser.begin
  return steps.map((asked) => {
    const version = versions.get(asked.period) ?? 0
    versions.set(asked.period, version + 1)
    const answer = discloser.ask(memory, asked)
    memory = answer.memory
    return { asked, version, outputs: answer.outputs, ...(answer.refused && { refused: answer.refused }) }
  })
}

export const readable = (outputs: readonly Output[], { reads }: Reader) =>
  outputs.filter(({ audience }) => reads.includes(audience))

/** Periods that some figure counts together must be thought about together. */
export function groupPeriods(seen: readonly Seen[]): Seen[][] {
  const groupOf = new Map<string, Set<string>>()
  for (const { asked, outputs } of seen)
    for (const covers of [[asked.period], ...outputs.map((output) => output.covers)]) {
      const joined = new Set([asked.period, ...covers].flatMap((p) => [p, ...(groupOf.get(p) ?? [])]))
      for (const period of joined) groupOf.set(period, joined)
    }
  const groups = new Set(groupOf.values())
  return [...groups].map((group) => seen.filter(({ asked }) => group.has(asked.period)))
}
