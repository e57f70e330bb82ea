import type { Beside } from '@/lib/desks/search/view-same'

/** Whose word a standing rests on. */
export const byOf = (standing: Beside['standing'], pair: Beside['pair']): string =>
  (standing === 'merged' ? pair?.decider : standing === 'undo-asked' ? pair?.undoer : pair?.sayer) ?? ''
