import { groundOf } from './knowledge'
import { cellsAt, keyOf, levelNames, sumAt } from './levels'
import { countsOf } from './render'
import type { Released, ReleaseRequest } from './types'

/** The team that holds the files sees every figure at the finest level; nothing is written to the ledger. */
export function showAll(request: ReleaseRequest): Released {
  const finest = request.dimensions.map(() => 0)
  const sums = sumAt(groundOf(request.dimensions).climb, countsOf(request), finest)
  return {
    outcome: 'RELEASED',
    level: levelNames(request.dimensions, finest),
    coarsened: [],
    cells: cellsAt(request.dimensions, finest).map((at) => ({
      at,
      value: sums.get(keyOf(at)) ?? 0,
      state: 'SHOWN',
    })),
    opening: [],
    reasons: [],
    threshold: 0,
    notes: [],
    carried: [],
    entries: [],
  }
}
