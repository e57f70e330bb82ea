import type { Discloser, Output } from './api'
import { readable } from './seen'
import { alikeIn, askAt, type Case, everyCount, namedSets, type Tiny } from './tiny'

/** What follows from running the public algorithm on every case and keeping those that look the same from outside. */
export type Rerun = {
  name: string
  cases: number
  /** Answers that can be told apart. */
  answers: number
  /** Cases whose answer larger cases, which were not tried, may give too: there only the lower bound is sure. */
  open: number
  /** Sets of 1 to threshold − 1 people, over all cases; and how many of them are known how well. */
  small: number
  exact: number
  narrow: number
  tight: number
  /** Sets known to be empty in an answer that shows something. */
  zeros: number
  /** The smallest cases first. */
  examples: string[]
  refused: string[]
}

type Seen = { alike: Case[]; showsTotals: boolean; shows: boolean }

/** Tries every case of a tiny world. */
export function rerunEverything<Memory>(discloser: Discloser<Memory>, tiny: Tiny): Rerun {
  const refused = new Set<string>()
  const answers = new Map<string, Seen>()
  const counts = tiny.steps.map((step) => everyCount(alikeIn(tiny).length, step))
  const walk = (joined: Case, memory: Memory, seen: string, shown: { totals: boolean; any: boolean }) => {
    if (joined.length === tiny.steps.length) {
      const known = answers.get(seen)
      if (known) known.alike.push(joined)
      else answers.set(seen, { alike: [joined], showsTotals: shown.totals, shows: shown.any })
      return
    }
    for (const more of counts[joined.length] ?? []) {
      const next = [...joined, more]
      const answer = discloser.ask(memory, askAt(tiny, next))
      if (answer.refused) refused.add(answer.refused)
      const outputs = readable(answer.outputs, tiny.reader)
      const totals = shown.totals && outputs.some((output) => tells(output))
      const any = shown.any || outputs.some(({ cells }) => cells.length > 0)
      walk(next, answer.memory, `${seen}\n${answer.refused ?? JSON.stringify(outputs)}`, { totals, any })
    }
  }
  walk([], discloser.begin, '', { totals: true, any: false })
  return { ...judge(tiny, answers), refused: [...refused] }
}

/** Whether an answer says how many people a step counts in all. */
const tells = ({ table, outcome, covers }: Output) =>
  table.startsWith('NEW') && (outcome === 'RELEASED' || outcome === 'CORRECTED') && covers.length === 1

const people = (joined: Case) => joined.flat().reduce((sum, n) => sum + n, 0)
const write = (joined: Case) => joined.map((step) => step.join(' ')).join(' | ')

function judge(tiny: Tiny, answers: ReadonlyMap<string, Seen>): Omit<Rerun, 'refused'> {
  const found = {
    name: tiny.name,
    cases: 0,
    answers: answers.size,
    small: 0,
    exact: 0,
    narrow: 0,
    tight: 0,
    zeros: 0,
    open: 0,
  }
  const examples: { size: number; words: string }[] = []
  const sets = namedSets(tiny)
  const { threshold } = tiny.reader
  for (const { alike, showsTotals, shows } of answers.values()) {
    found.cases += alike.length
    const cut = !showsTotals && atTheEdge(tiny, alike)
    if (cut) found.open += alike.length
    for (const { words, of } of sets) {
      const truths = alike.map(of)
      const low = Math.min(...truths)
      const high = cut ? Number.POSITIVE_INFINITY : Math.max(...truths)
      if (high === 0 && shows) found.zeros += alike.length
      const small = truths.flatMap((truth, i) => (truth > 0 && truth < threshold ? [i] : []))
      found.small += small.length
      const width = high - low
      if (small.length === 0 || width >= threshold - 1) continue
      found.tight += small.length
      if (width === 0) found.exact += small.length
      else if (width < 3) found.narrow += small.length
      const first = alike[small[0] ?? 0] ?? []
      examples.push({
        size: people(first),
        words: `${write(first)}: ${words} = ${of(first)}, known ${low}–${high}`,
      })
    }
  }
  examples.sort((a, b) => a.size - b.size)
  return { ...found, examples: examples.slice(0, 20).map(({ words }) => words) }
}

/** Whether cases of other sizes, which were not tried, may give the same answer. */
function atTheEdge(tiny: Tiny, alike: readonly Case[]): boolean {
  return tiny.steps.some(({ least, most }, s) => {
    const sums = alike.map((joined) => (joined[s] ?? []).reduce((sum, n) => sum + n, 0))
    return sums.includes(most) || (least > 0 && sums.includes(least))
  })
}
