import { caseWorkOf, type Ending, endingOf } from '@/lib/casework/endings/case-work'
import { blockersOf, mayClose } from '@/lib/casework/endings/close-case'
import { mayWithdrawCase } from '@/lib/casework/endings/withdraw-case-consent'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { caseHead } from './head'

const order: readonly Ending[] = ['asked', 'stops', 'erased', 'unshared', 'nothing']

/** What ending the file would stop, each said before it is done. */
export async function prepareWithdrawCase(reading: Reading, code: string, query: Query) {
  const head = await caseHead(reading, code)
  if (!head) return { missing: { type: 'case', id: code } }
  const subject = { type: 'case', id: code, caseId: head.reach.record.id }
  const work = await caseWorkOf(reading, head.reach, head.consents)
  const verdict = mayWithdrawCase(reading.actor, work)
  if (!verdict.allowed) return { refused: verdict.reason, subject }
  const effects = work.all
    .map((referral) => ({
      id: referral.id,
      partner: referral.partnerCode,
      service: referral.service,
      state: referral.state,
      lastAt: referral.lastAt,
      effect: endingOf(referral, work.carrying),
    }))
    .filter(({ effect }) => effect !== 'nothing')
    .toSorted((a, b) => order.indexOf(a.effect) - order.indexOf(b.effect))
  const draft = await findDraft(
    reading.tx,
    reading.actor.userId,
    'case.withdraw-consent',
    one(query, 'draft'),
  )
  return { view: { head, effects, draft }, subject }
}
export type WithdrawCase = Extract<Awaited<ReturnType<typeof prepareWithdrawCase>>, { view: unknown }>['view']

/** What the supervisor reads before a case is closed; refused here already when it is not theirs to close. */
export async function prepareClose(reading: Reading, code: string) {
  const head = await caseHead(reading, code)
  if (!head) return { missing: { type: 'case', id: code } }
  const subject = { type: 'case', id: code, caseId: head.reach.record.id }
  const work = await caseWorkOf(reading, head.reach, head.consents)
  const verdict = mayClose(reading.actor, work)
  const blockers = blockersOf(work).map(({ id, service, partnerCode, state }) => ({
    id,
    service,
    partner: partnerCode,
    state,
  }))
  if (!verdict.allowed && blockers.length === 0) return { refused: verdict.reason, subject }
  return { view: { head, blockers }, subject }
}
