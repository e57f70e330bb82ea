import { type Cube, type Parts, tally } from './cube'
import { leavesEnough } from './rest'
import type { Node } from './tree'

/** One table as one audience may have it. */
export type Job = {
  cube: Cube
  trees: readonly Node[]
  /** Position of the place among the dimensions, -1 without. */
  place: number
  keeps: number
  threshold: number
  sensitive: { codes: readonly ReadonlySet<string>[]; threshold: number }
  s4: S4
  against: readonly Against[]
}

/** S4 codes of each dimension. `apart`: whether they may be told from others at all. */
type S4 = { codes: readonly ReadonlySet<string>[]; threshold: number; apart: boolean }

/** What is out of the families around this one: each that contains it, with the others inside that. */
export type Against = { whole: readonly Out[]; others: readonly (readonly Out[])[] }

/** A table that a reader has already, over the same periods, with its cuts. */
export type Out = { cube: Cube; cuts: readonly Parts[] }

/**
 * May every combination of these groups be shown? All or nothing: each counts the threshold of people or more
 * (nobody is too few as well), and so does everybody else of each family that contains this one.
 */
export function fits(job: Job, parts: Parts): boolean {
  const least = leastOf(job, parts)
  if (tally(job.cube, parts).some((count) => count < least)) return false
  if (!job.s4.apart && isSplit(parts, job.s4.codes) && !isCovered(job, parts, least)) return false
  return job.against.every((against) => leavesEnough(job.cube, parts, { against, least }))
}

function leastOf({ threshold, sensitive, s4 }: Job, parts: Parts): number {
  const levels = parts.flat().map(({ least }) => least)
  return Math.max(
    threshold,
    isSplit(parts, sensitive.codes) ? sensitive.threshold : 0,
    isSplit(parts, s4.codes) ? s4.threshold : 0,
    ...levels,
  )
}

/** Is a dimension with marked codes cut at all? */
const isSplit = (parts: Parts, codes: readonly ReadonlySet<string>[]) =>
  parts.some((groups, d) => (codes[d]?.size ?? 0) > 0 && groups.some(({ way }) => way !== ''))

/** Enough people of each group are there for a reason that is not S4: the group does not give the topic away. */
function isCovered({ cube, s4 }: Job, parts: Parts, least: number): boolean {
  const cut = parts.map((groups, d) => groups.some(({ way }) => way !== '') && (s4.codes[d]?.size ?? 0) > 0)
  const unmarked = (at: readonly string[]) => !at.some((code, d) => cut[d] && s4.codes[d]?.has(code))
  return tally(cube, parts, unmarked).every((count) => count >= least)
}
