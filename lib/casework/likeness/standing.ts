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

/** Asked by one and done by another, while its days run. PURE. */
export function mayUndo({ userId, now }: Pick<Actor, 'userId' | 'now'>, word: Word): Verdict {
  const standing = standingOf(word)
  if (standing !== 'merged' && standing !== 'undo-asked') return denied('same-not-merged')
  if (!word.undoUntil || word.undoUntil < now) return denied('same-too-late')
  return standing === 'undo-asked' && word.undoBy === userId ? denied('same-own-undo') : allowed
}
