import { type SQL, sql } from 'drizzle-orm'
import { type Blocker, blockersJson, countedBlockers, isForDecider } from '@/lib/casework/endings/blockers'
import { keptIfClosed } from '@/lib/casework/endings/closing'
import { mayHandOut } from '@/lib/casework/endings/hand-out-case'
import type { StagePayload } from '@/lib/casework/referrals/sharing/payload'
import { agreedAgencies } from '@/lib/casework/transfers/agreed-agencies'
import { mayOffer, speaksForCase } from '@/lib/casework/transfers/may-offer'
import { answerPlace, notePlace, summaryPlace } from '@/lib/casework/transfers/note-place'
import { latestOffer } from '@/lib/casework/transfers/offer-in-reach'
import { mayRecordAnswer } from '@/lib/casework/transfers/record-answer'
import { summaryFrom } from '@/lib/casework/transfers/summary'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { unwrap } from '@/lib/platform/vault/keys'
import { unseal } from '@/lib/platform/vault/seal'
import { type CaseHead, caseHead } from './head'
import { namedBlockers } from './named-blockers'

const draftOf = ({ tx, actor }: Reading, form: string, query: Query) =>
  findDraft(tx, actor.userId, form, one(query, 'draft'))

/** What offering the case to another agency needs: to which of them the person agrees. */
export async function prepareAgency(reading: Reading, code: string, query: Query) {
  const head = await caseHead(reading, code)
  if (!head) return { missing: { type: 'case', id: code } }
  const { record } = head.reach
  const subject = { type: 'case', id: code, caseId: record.id }
  const verdict = mayOffer(reading.actor, { ...head.reach, offered: head.offered })
  if (!verdict.allowed) return { refused: verdict.reason, subject }
  const agreed = agreedAgencies(head.consents, reading.actor.now)
  return { view: { head, agreed, draft: await draftOf(reading, 'case.offer-to-agency', query) }, subject }
}

/** The newest offer of this case to an agency, with what is sealed beside it. */
async function toAgency<T = null>(reading: Reading, head: CaseHead, beside: SQL<T> = sql`null`) {
  const found = await latestOffer(reading, head.reach.record.id, beside)
  if (found?.row.kind !== 'EXTERNAL' || !found.row.partnerCode || !found.wrapped) return undefined
  const { row, wrapped } = found
  const key = unwrap({ id: row.keyId, wrapped })
  const text = (place: (id: string) => Parameters<typeof unseal>[1], sealed: Buffer | null) =>
    sealed ? unseal(key, place(row.id), sealed).toString('utf8') : undefined
  return {
    row,
    partner: found.row.partnerCode,
    beside: found.beside,
    word: text(notePlace, row.note),
    spoke: text(answerPlace, row.answerWords),
    paper: text(summaryPlace, row.summary),
  }
}

export async function prepareAgencyAnswer(reading: Reading, code: string, query: Query) {
  const head = await caseHead(reading, code)
  if (!head) return { missing: { type: 'case', id: code } }
  const subject = { type: 'case', id: code, caseId: head.reach.record.id }
  const offer = await toAgency(reading, head)
  if (!offer) return { missing: subject }
  const verdict = mayRecordAnswer(reading.actor, { row: offer.row, reach: head.reach, mine: false })
  if (!verdict.allowed) return { refused: verdict.reason, subject }
  return { view: { head, offer, draft: await draftOf(reading, 'transfer.record-answer', query) }, subject }
}

/** What a supervisor reads before the case leaves: what holds it back, how long it is kept, who said yes. */
export async function prepareHandOut(reading: Reading, code: string, query: Query) {
  const head = await caseHead(reading, code, { ending: true })
  if (!head) return { missing: { type: 'case', id: code } }
  const { record } = head.reach
  const subject = { type: 'case', id: code, caseId: record.id }
  const held = sql<Blocker[] | null>`${blockersJson(reading.actor, record.id)}`
  const offer = await toAgency(reading, head, held)
  if (!offer) return { missing: subject }
  const verdict = mayHandOut(reading.actor, { row: offer.row, reach: head.reach })
  if (!verdict.allowed) return { refused: verdict.reason, subject }
  const all = namedBlockers(head, countedBlockers(offer.beside, record, 'TRANSFERRED'))
  return {
    view: {
      head,
      offer,
      blockers: all.filter((each) => !isForDecider(each)),
      kept: keptIfClosed(
        { ...record, closureReason: 'TRANSFERRED' },
        { person: head.person, settings: head.retention, now: reading.actor.now },
      ),
      draft: await draftOf(reading, 'case.hand-out', query),
    },
    subject,
  }
}

/** The paper: as it was handed over, or as it would be now from what the person agreed to. */
export async function prepareSummary(reading: Reading, code: string) {
  const head = await caseHead(reading, code)
  if (!head) return { missing: { type: 'case', id: code } }
  const { record } = head.reach
  const subject = { type: 'case', id: code, caseId: record.id }
  const offer = await toAgency(reading, head)
  if (!offer) return { missing: subject }
  if (!speaksForCase(reading.actor, head.reach)) return { refused: 'transfer-lead-only', subject }
  // Handed over, it is what it was; before, it is paper only while the offer and the yes it rests on stand.
  const consent = agreedAgencies(head.consents, reading.actor.now).find(
    ({ id }) => id === offer.row.consentId,
  )
  const stands = consent !== undefined && ['OFFERED', 'ACCEPTED'].includes(offer.row.state)
  if (!offer.paper && !stands) return { refused: 'transfer-answered', subject }
  const live = { partner: offer.partner, facts: consent?.facts ?? [] }
  const facts: StagePayload = offer.paper
    ? JSON.parse(offer.paper)
    : summaryFrom(reading, record, live, head.people)
  return { view: { head, offer, facts }, subject }
}
