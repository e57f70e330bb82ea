import type { Evidence } from './evidence'

export type Point = { odds: number; precision: number; recall: number; hits: number }

/** Pairs from the likeliest down, as (odds, whether one person, weight). `only`: which pairs to look at. */
function ranked(evidence: Evidence, odds: (pair: number) => number, only?: Uint8Array): number[][] {
  const pairs: number[][] = []
  for (let pair = 0; pair < evidence.size; pair++)
    if (!evidence.barred[pair] && (!only || only[pair]))
      pairs.push([odds(pair), evidence.hit[pair] ?? 0, evidence.weight[pair] ?? 1])
  return pairs.sort((a, b) => (b[0] ?? 0) - (a[0] ?? 0))
}

/**
 * Precision and recall at every threshold.
 * @param total true pairs, those lost by blocking among them
 */
export function curve(
  evidence: Evidence,
  odds: (pair: number) => number,
  total: number,
  only?: Uint8Array,
): Point[] {
  let hits = 0
  let all = 0
  return ranked(evidence, odds, only).map(([at = 0, hit = 0, weight = 1]) => {
    hits += hit
    all += weight
    return { odds: at, precision: hits / all, recall: hits / total, hits }
  })
}

/** Precision where a curve first reaches a recall; 0 if it never does. */
export const precisionAt = (points: readonly Point[], recall: number): number =>
  points.find((point) => point.recall >= recall)?.precision ?? 0

/** The lowest odds from which precision is still as asked. */
export const lowestAt = (points: readonly Point[], precision: number): Point | undefined =>
  points.findLast((point) => point.precision >= precision)
