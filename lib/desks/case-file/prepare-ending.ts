import { caseWorkOf, type Ending, endingOf } from '@/lib/casework/endings/case-work'
import { keptWhenWithdrawn } from '@/lib/casework/endings/closing'
import { mayWithdrawCase } from '@/lib/casework/endings/withdraw-case-consent'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { caseHead } from './head'

const order: readonly Ending[] = ['asked', 'stops', 'erased', 'unshared', 'nothing']

/** What ending the file would stop, each said before it is done. */
export async function prepareWithdrawCase(reading: Reading, code: string, query: Query) {
  const head = await caseHead(reading, code, { ending: true })
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
  const days = keptWhenWithdrawn(head.retention)
  return { view: { head, effects, draft, days }, subject }
}
export type WithdrawCase = Extract<Awaited<ReturnType<typeof prepareWithdrawCase>>, { view: unknown }>['view']
