import type { Actor } from '@/lib/platform/access/actor'
import { allowed, denied, type Verdict } from '@/lib/platform/gate/verdict'

/** How two files stand to each other, as far as somebody has said; `undoUntil`: the last moment a merge may be taken back. */
export type Word = {
  said: 'SAME' | 'TWO' | 'UNSURE' | null
  saidBy: string | null
  decided: 'YES' | 'NO' | null
  undoBy: string | null
  undoneAt: Date | null
  undoUntil: Date | null
}

/**
 * `open`: a first word is missing; `asked`: a second person's is; `merged`: one file points at the other; `undo-asked`: the
 * second person's word about taking that back is missing. PURE.
 */
export type Standing = 'open' | 'two' | 'unsure' | 'asked' | 'merged' | 'undo-asked'

export function standingOf({ said, decided, undoBy, undoneAt }: Word): Standing {
  if (undoneAt || decided === 'NO' || said === 'TWO') return 'two'
  if (decided === 'YES') return undoBy ? 'undo-asked' : 'merged'
  if (said === 'SAME') return 'asked'
  return said === 'UNSURE' ? 'unsure' : 'open'
}

/** `overtaken`: one of the two points at a third file, so of these two nobody says or confirms anything any more. */
export type Asking = Standing | 'overtaken'

const POINTS: Readonly<Record<Standing, boolean>> = {
  open: false,
  two: false,
  unsure: false,
  asked: false,
  merged: true,
  'undo-asked': true,
}

/**
 * What a page may still ask about two files. PURE.
 * @param states of both: a file that points at the other one is a DUPLICATE by this word, every other by another one
 */
export function askingOf(word: Word, states: readonly string[]): Asking {
  const standing = standingOf(word)
  return !POINTS[standing] && states.includes('DUPLICATE') ? 'overtaken' : standing
}

/** The second word is somebody else's than the first. PURE. */
export function mayDecide({ userId }: Pick<Actor, 'userId'>, word: Word): Verdict {
  if (standingOf(word) !== 'asked') return denied('same-not-asked')
  return word.saidBy === userId ? denied('same-own-word') : allowed
}

export type Stands = { state: string; sensitivity: string; closureReason: string | null }
/** Nobody works on it any more, or it only waits to be closed because the person wanted no file. */
const isOver = ({ state, closureReason }: Stands): boolean =>
  state === 'CLOSED' || state === 'TRANSFERRED' || closureReason === 'CONSENT_WITHDRAWN'

/**
 * Why a file may not point at this known one now: nobody works on it any more while somebody works on the file, or what is
 * restricted would go on in the open. Null where nothing bars it; `app.merge_goes_on` holds the same. PURE.
 */
export function barredBy(own: Stands, known: Stands): 'same-known-ended' | 'same-restrict-first' | null {
  if (isOver(known) && !isOver(own)) return 'same-known-ended'
  return own.sensitivity === 'S4' && known.sensitivity !== 'S4' ? 'same-restrict-first' : null
}

/** Asked by one in its days, and done by another. PURE. */
export function mayUndo({ userId, now }: Pick<Actor, 'userId' | 'now'>, word: Word): Verdict {
  const standing = standingOf(word)
  if (standing === 'undo-asked') return word.undoBy === userId ? denied('same-own-undo') : allowed
  if (standing !== 'merged') return denied('same-not-merged')
  return !word.undoUntil || word.undoUntil < now ? denied('same-too-late') : allowed
}
