import { sql } from 'drizzle-orm'
import { alikeIds, type Candidate, compared, likeliest } from '@/lib/casework/likeness/candidates'
import type { FactLine } from '@/lib/casework/likeness/fact-lines'
import { filesOf, type OpenedFile } from '@/lib/casework/likeness/files-of'
import { knownPerson } from '@/lib/casework/likeness/known-person'
import { askedElsewhere, type PairRow, pairsOf } from '@/lib/casework/likeness/pairs'
import { mayDecide, mayUndo, standingOf } from '@/lib/casework/likeness/standing'
import { caseHead } from '@/lib/desks/case-file/head'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'

/** Another file beside this one: what was said of the two, what agrees, and what this person may say. */
export type Beside = OpenedFile & {
  lines: FactLine[]
  /** Somebody of the other file's household is alike, not the person it is about. */
  atHome: boolean
  pair: PairRow | undefined
  standing: ReturnType<typeof standingOf>
  /** This file would point, or points, at the other. */
  pointsAway: boolean
  mayDecide: boolean
  mayUndo: boolean
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
  const pairs = await pairsOf(reading, record.id)
  const others = pairs.map((pair) => otherOf(pair, record.id))
  const ids = alikeIds(known)
  const theirs = sql`select p.id from app.people p where p.standing = 'PRINCIPAL' and p.case_id = any(${sql.param(others)}::uuid[])`
  const files = (await filesOf(reading, ids ? sql`${ids} union ${theirs}` : theirs)).filter(
    ({ file }) => file.id !== record.id,
  )
  const paired = files.filter(({ file }) => others.includes(file.id))
  const fresh = likeliest(
    known,
    files.filter(({ file }) => !others.includes(file.id) && file.state !== 'DUPLICATE'),
  )
  const beside = [
    ...paired.map((one) => besideOf({ ...one, atHome: false, lines: compared(known, knownOf(one)) })),
    ...fresh.map(besideOf),
  ]

  function besideOf(other: Omit<Candidate, 'verdict'>): Beside {
    const pair = pairs.find((one) => otherOf(one, record.id) === other.file.id)
    const word = pair ?? {
      said: null,
      saidBy: null,
      decided: null,
      undoBy: null,
      undoneAt: null,
      undoUntil: null,
    }
    const pointsAway = pair?.caseId === record.id
    return {
      ...other,
      pair,
      standing: standingOf(word),
      pointsAway,
      mayDecide: pointsAway && mayDecide(reading.actor, word).allowed,
      mayUndo: pointsAway && mayUndo(reading.actor, word).allowed,
    }
  }

  return {
    view: {
      head,
      beside,
      at: one(query, 'with'),
      elsewhere: await askedElsewhere(reading, record.id),
      done: one(query, 'done'),
      draft: await findDraft(reading.tx, reading.actor.userId, 'case.say-same', one(query, 'draft')),
    },
    subject: { type: 'case', id: code, caseId: record.id },
    detail: { shown: beside.length },
  }
}

const otherOf = ({ caseId, intoCaseId }: PairRow, own: string) => (caseId === own ? intoCaseId : caseId)
const knownOf = ({ person, household }: OpenedFile) => knownPerson([person, ...household])
