import type { Dimension } from './plan-types'
import { leavesUnder } from './tree'

/** Finest codes that bear a mark themselves or through a code above them. */
export function markOf(dimension: Dimension, mark: 'S4' | 'SENSITIVE'): ReadonlySet<string> {
  const marked = dimension.codes.filter(({ sensitivity }) => sensitivity === mark)
  return new Set(marked.flatMap(({ code }) => leavesUnder(dimension, code)))
}
