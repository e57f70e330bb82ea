import { type Chosen, draftEntry } from './fresh'
import { atOf } from './levels'
import { render, type Setting } from './render'
import { selfAttack } from './self-attack'
import { ALL, type Released, type ReleaseRequest, type Withheld } from './types'

type Finished = Chosen & { base: ReadonlyMap<string, number>; note?: 'RECOMPUTED_FROM_PARTS' }

/** The outcome and the ledger entry of a table that was decided; nothing leaves if the self-attack wins. */
export function finish(setting: Setting, finished: Finished): Released | Withheld {
  const { request } = setting
  const { level, table, threshold, base, note } = finished
  const caught = selfAttack(table, threshold)
  if (caught !== null) return { outcome: 'WITHHELD', reason: 'SELF_ATTACK', cell: atOf(caught) }
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
