import { type Chosen, draftEntry } from './fresh'
import { render, type Setting } from './render'
import { ALL, type Released, type ReleaseRequest, type Withheld } from './types'

type Finished = Chosen & { base: ReadonlyMap<string, number>; note?: 'RECOMPUTED_FROM_PARTS' }

/** The outcome and the ledger entry of a table that was decided. */
export function finish({ request }: Setting, { level, table, threshold, base, note }: Finished): Released {
  const entry = { ...draftEntry(request, level, table), frozen: [...base] }
  const released = render(request, entry, threshold)
  return {
    ...released,
    reasons: table.figures.flatMap(({ key, hidden }) =>
      hidden ? [{ at: key.split('|'), reason: hidden }] : [],
    ),
    notes: note ? [...released.notes, note] : released.notes,
    entries: [entry],
  }
}

export function withheld(reason: Withheld['reason'], request: ReleaseRequest): Withheld {
  return { outcome: 'WITHHELD', reason, cell: request.dimensions.map(() => ALL) }
}
