import type { CaseRow } from '@/lib/casework/cases/scope'
import { filesBeside } from '@/lib/casework/likeness/beside'
import { alikeIds, compared, likeliest } from '@/lib/casework/likeness/candidates'
import type { FactLine } from '@/lib/casework/likeness/fact-lines'
import type { OpenedFile } from '@/lib/casework/likeness/files-of'
import { knownPerson } from '@/lib/casework/likeness/known-person'
import type { PairRow } from '@/lib/casework/likeness/pairs'
import { type Asking, askingOf, barredBy, mayDecide, mayUndo } from '@/lib/casework/likeness/standing'
import { caseHead } from '@/lib/desks/case-file/head'
import type { Actor } from '@/lib/platform/access/actor'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'

/** Another file beside this one: what was said of the two, what agrees, and what this person may say. */
export type Beside = OpenedFile & {
  lines: FactLine[]
  /** Somebody of the other file's household is alike, not the person it is about. */
  atHome: boolean
  pair: PairRow | undefined
  standing: Asking
  /** This file would point, or points, at the other. */
  pointsAway: boolean
  /** The second word, or that it is taken back, is this person's; said on the file that points. */
  mayDecide: boolean
  mayUndo: boolean
  /** Why the second word cannot be yes now. */
  barred: ReturnType<typeof barredBy>
}

/**
 * Whether this person has another file: those in reach that may be theirs, side by side, what was said of them, and (for its
 * supervisor) questions about files that nobody here may open.
 */
export async function viewSame(reading: Reading, code: string, query: Query) {
  const head = await caseHead(reading, code)
  if (!head) return { missing: { type: 'case', id: code } }
  const { record } = head.reach
  const known = knownPerson(head.people)
  const { files, elsewhere } = await filesBeside(reading, record.id, alikeIds(known))
  const paired = files.filter(({ pair }) => pair !== undefined)
  const fresh = likeliest(
    known,
    files.filter(({ pair, file }) => pair === undefined && file.state !== 'DUPLICATE'),
  )
  const beside = [
    ...paired.map((one) =>
      besideOf(reading.actor, record, { ...one, atHome: false, lines: compared(known, knownOf(one)) }),
    ),
    ...fresh.map((one) => besideOf(reading.actor, record, { ...one, pair: undefined })),
  ]
  return {
    view: {
      head,
      beside,
      at: one(query, 'with'),
      elsewhere,
      done: one(query, 'done'),
      draft: await findDraft(reading.tx, reading.actor.userId, 'case.say-same', one(query, 'draft')),
    },
    subject: { type: 'case', id: code, caseId: record.id },
    detail: { shown: beside.length },
  }
}

const knownOf = ({ person, household }: OpenedFile) => knownPerson([person, ...household])

const NOTHING_SAID = {
  said: null,
  saidBy: null,
  decided: null,
  undoBy: null,
  undoneAt: null,
  undoUntil: null,
}
type Other = OpenedFile & Pick<Beside, 'lines' | 'atHome' | 'pair'>

function besideOf(
  actor: Actor,
  own: Pick<CaseRow, 'id' | 'state' | 'sensitivity' | 'closureReason'>,
  other: Other,
): Beside {
  const word = other.pair ?? NOTHING_SAID
  const pointsAway = other.pair?.caseId === own.id
  const standing = askingOf(word, [own.state, other.file.state])
  return {
    ...other,
    standing,
    pointsAway,
    mayDecide: standing === 'asked' && mayDecide(actor, word).allowed,
    mayUndo: mayUndo(actor, word).allowed,
    barred: pointsAway ? barredBy(own, other.file) : null,
  }
}
