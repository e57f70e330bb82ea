import { asksRisk, closureReason, evidenceOf, reasonsFor } from '@/lib/casework/cases/closure-book'
import { mayMove } from '@/lib/casework/cases/policy'
import { isWithdrawn } from '@/lib/casework/cases/states'
import { saidYes } from '@/lib/casework/consents/said-yes'
import {
  type Blocker,
  blockersOf,
  isForDecider,
  readLeft,
  stillHolding,
} from '@/lib/casework/endings/blockers'
import { asksSeen } from '@/lib/casework/endings/close-case'
import { type Closing, keptIfClosed, mayBeChild, wordsPlace } from '@/lib/casework/endings/closing'
import { closingOf } from '@/lib/casework/endings/decide-closing'
import { lostNow } from '@/lib/casework/followups/lost-now'
import { criteriaOf, type StandingPlan, standingJson } from '@/lib/casework/plans/criteria'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { type CaseHead, caseHead, openText } from './head'
import { namedBlockers } from './named-blockers'

const about = (head: CaseHead, code: string) => ({ type: 'case', id: code, caseId: head.reach.record.id })

const keeping = ({ actor }: Reading, { person, retention }: CaseHead) => ({
  person,
  settings: retention,
  now: actor.now,
})

/** How the plan stands, in the statement of the head. */
const planBeside =
  ({ actor }: Reading) =>
  (id: string) =>
    standingJson(actor, id)

/** What asking to close needs: the reasons, what this one wants checked and said, and what holds the closing back. */
export async function prepareAskClosure(reading: Reading, code: string, query: Query) {
  const head = await caseHead(reading, code, { ending: true, beside: planBeside(reading) })
  if (!head) return { missing: { type: 'case', id: code } }
  const subject = about(head, code)
  const verdict = mayMove('ask-closure', reading.actor, head.reach)
  if (!verdict.allowed) return { refused: verdict.reason, subject }
  const { record } = head.reach
  const draft = await findDraft(reading.tx, reading.actor.userId, 'case.ask-closure', one(query, 'draft'))
  const reasons = reasonsFor(mayBeChild(head.person, reading.actor.now)).map((each) => each.code)
  const asked = draft?.values.closureReason?.toString() ?? one(query, 'reason')
  const reason = reasons.find((each) => each === asked)
  const blockers = reason
    ? namedBlockers(head, await blockersOf(reading, record, reason)).filter((each) => !isForDecider(each))
    : []
  const kept = keptIfClosed({ ...record, closureReason: reason ?? null }, keeping(reading, head))
  return {
    view: {
      head,
      draft,
      reasons,
      reason,
      evidence: reason ? evidenceOf(reason) : [],
      told: reason && closureReason(reason)?.told,
      blockers,
      criteria: criteriaOf(head.beside as StandingPlan),
      kept,
      /** How far the attempts have come, where the contact is said to be lost. */
      lost: reason === 'LOST_CONTACT' ? await lostNow(reading, record, head.person.safeContact) : undefined,
    },
    subject,
  }
}
export type AskClosure = Extract<Awaited<ReturnType<typeof prepareAskClosure>>, { view: unknown }>['view']

/** What was said when the closing was asked for, opened for whoever decides. */
export type SaidClosing = Pick<
  Closing,
  'reason' | 'told' | 'evidence' | 'checklist' | 'criteria' | 'askedByName' | 'askedAt'
> & {
  words: string
  left: { blocker: Blocker; why: string }[]
}

/** What the supervisor reads before a case is closed; refused here already when it is not theirs to close. */
export async function prepareClose(reading: Reading, code: string, query: Query) {
  const head = await caseHead(reading, code, { ending: true, beside: planBeside(reading) })
  if (!head) return { missing: { type: 'case', id: code } }
  const subject = about(head, code)
  const { record } = head.reach
  const verdict = mayMove('close', reading.actor, { ...head.reach, askedBy: record.closureAskedBy })
  if (!verdict.allowed) return { refused: verdict.reason, subject }
  const { closing, blockers: rows } = await closingOf(reading, record)
  const blockers = namedBlockers(head, rows)
  const draft = await findDraft(reading.tx, reading.actor.userId, 'case.close', one(query, 'draft'))
  return {
    view: {
      head,
      draft,
      said: closing && !closing.decided ? opened(head, closing, blockers) : undefined,
      criteria: criteriaOf(head.beside as StandingPlan),
      holding: stillHolding(blockers, closing?.leftOpen ?? []),
      dangers: blockers.filter((each) => each.kind === 'DANGER_FLAG'),
      asksSeen: asksSeen(record.closureReason, blockers),
      asksRisk: asksRisk(record.closureReason ?? ''),
      kept: keptIfClosed(record, keeping(reading, head)),
      /** The person ended the file and agrees to it again: it is given back, not closed. */
      wanted: isWithdrawn(record) && saidYes(head.consents),
      mayReturn: mayMove('return-closure', reading.actor, {
        ...head.reach,
        askedBy: record.closureAskedBy,
        agreed: saidYes(head.consents),
      }).allowed,
    },
    subject,
  }
}
export type CloseView = Extract<Awaited<ReturnType<typeof prepareClose>>, { view: unknown }>['view']

function opened(head: CaseHead, closing: Closing, blockers: readonly Blocker[]): SaidClosing {
  const why = readLeft(closing.leftOpen)
  return {
    ...closing,
    words: openText(head, closing.keyId, wordsPlace(closing.id), closing.words) ?? '',
    left: blockers.flatMap((blocker) => {
      const reason = why.get(blocker.id)
      return reason ? [{ blocker, why: reason }] : []
    }),
  }
}

type Move = 'hold' | 'return-closure' | 'reopen'

/** A page that asks one thing about a move of the case. */
export async function prepareMove(
  reading: Reading,
  code: string,
  { move, query }: { move: Move; query: Query },
) {
  const head = await caseHead(reading, code)
  if (!head) return { missing: { type: 'case', id: code } }
  const subject = about(head, code)
  const { record } = head.reach
  const verdict = mayMove(move, reading.actor, {
    ...head.reach,
    askedBy: record.closureAskedBy,
    agreed: saidYes(head.consents),
  })
  if (!verdict.allowed) return { refused: verdict.reason, subject }
  const draft = await findDraft(reading.tx, reading.actor.userId, `case.${move}`, one(query, 'draft'))
  return { view: { head, draft }, subject }
}
