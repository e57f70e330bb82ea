import { onTeam } from '@/lib/casework/cases/policy'
import { recordableVerbs } from '@/lib/casework/referrals/machine/policy'
import { staffSituation } from '@/lib/casework/referrals/machine/situation'
import { type ReferralState, STATES } from '@/lib/casework/referrals/machine/states'
import type { Channel } from '@/lib/casework/referrals/machine/transitions'
import { type ReferralInReach, referralInReach } from '@/lib/casework/referrals/reach/scope'
import { type Judged, verdictOf } from '@/lib/casework/referrals/sharing/judged'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { callSaid } from './call-said'

type Ask = { form: string; query: Query }
type AskVerb = Ask & { verb: Judged; channel?: Channel }

async function framed(reading: Reading, found: ReferralInReach, { form, query }: Ask) {
  const { id, service, state, partnerCode: partner, version, sentAt } = found.referral
  const draft = await findDraft(reading.tx, reading.actor.userId, form, one(query, 'draft'))
  const said = callSaid(reading.actor, found)
  return { id, code: found.caseCode, service, state, partner, version, sent: sentAt !== null, said, draft }
}

export type PreparedVerb = Awaited<ReturnType<typeof framed>>

/** What the page of one verb needs; refused here already when the verb is not this person's. */
export async function prepareVerb(reading: Reading, id: string, ask: AskVerb) {
  const subject = { type: 'referral', id }
  const found = await referralInReach(reading, id)
  if (!found) return { missing: subject }
  const about = { ...subject, caseId: found.referral.caseId }
  const verdict = verdictOf(ask, reading.actor, found)
  if (!verdict.allowed) return { refused: verdict.reason, subject: about }
  return { view: await framed(reading, found, ask), subject: about }
}

/** The same for reporting a harm: the case team, in any state. */
export async function prepareHarm(reading: Reading, id: string, query: Query) {
  const subject = { type: 'referral', id }
  const found = await referralInReach(reading, id)
  if (!found) return { missing: subject }
  const about = { ...subject, caseId: found.referral.caseId }
  if (!onTeam(found)) return { refused: 'referral-TEAM_ONLY', subject: about }
  return { view: await framed(reading, found, { form: 'referral.report-harm', query }), subject: about }
}

/** The same for telling the person when and where: a day, or that none is given and the partner is to be asked for one. */
export async function prepareSlip(reading: Reading, id: string, query: Query) {
  const subject = { type: 'referral', id }
  const found = await referralInReach(reading, id)
  if (!found) return { missing: subject }
  const about = { ...subject, caseId: found.referral.caseId }
  if (!onTeam(found)) return { refused: 'referral-TEAM_ONLY', subject: about }
  const { expectedOn } = found.referral
  if (!serving(found.referral.state)) return { refused: 'referral-NOT_IN_STATE', subject: about }
  const frame = await framed(reading, found, { form: 'referral.tell-person', query })
  return { view: { ...frame, expectedOn }, subject: about }
}

const serving = (state: ReferralState): boolean => STATES[state].tabs.them === 'serving'

/** The same for writing down the partner's word: which answers make sense now. */
export async function prepareRecord(reading: Reading, id: string, query: Query) {
  const subject = { type: 'referral', id }
  const found = await referralInReach(reading, id)
  if (!found) return { missing: subject }
  const about = { ...subject, caseId: found.referral.caseId }
  const verbs = recordableVerbs(staffSituation(reading.actor, found.referral, found))
  if (verbs.length === 0) return { refused: 'referral-NOT_IN_STATE', subject: about }
  return {
    view: { ...(await framed(reading, found, { form: 'referral.record', query })), verbs },
    subject: about,
  }
}
