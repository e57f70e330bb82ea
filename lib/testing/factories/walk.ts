import { next, type Party, type ReferralVerb } from '@/lib/casework/referrals/machine/transitions'
import { root } from '../database'
import { type CaseSpec, insertCases } from './case-rows'
import type { ReferralSpec } from './referral-rows'

type Step = readonly [verb: ReferralVerb, party: Party]
/** From a draft to the partner's desk, step by step. */
export const TO_WAITING: readonly Step[] = [['submit', 'team']]
export const TO_APPROVED: readonly Step[] = [...TO_WAITING, ['approve', 'supervisor']]
export const TO_SENT: readonly Step[] = [...TO_APPROVED, ['send', 'system']]
export const TO_ACKNOWLEDGED: readonly Step[] = [...TO_SENT, ['acknowledge', 'partner']]
export const TO_ACCEPTED: readonly Step[] = [...TO_ACKNOWLEDGED, ['accept', 'partner']]
export const TO_NOT_ACCESSED: readonly Step[] = [...TO_ACCEPTED, ['report-not-accessed', 'partner']]

/** A draft for UNICEF's best interest assessment, which every office offers; consent covers it. */
export const draftReferral = (more: Partial<ReferralSpec> = {}): ReferralSpec => ({
  id: crypto.randomUUID(),
  partner: 'UNICEF',
  service: 'CP_BIA',
  state: 'DRAFT',
  sent: false,
  quietDays: 3,
  consentStatus: 'GIVEN',
  sharesEnded: false,
  ...more,
})

export const ordinaryCase = (leadId: string, referrals: readonly ReferralSpec[]): CaseSpec => ({
  id: crypto.randomUUID(),
  officeId: 'MOP',
  sensitivity: 'S3',
  leadId,
  members: [{ userId: leadId, capacity: 'LEAD' }],
  referrals,
})

/** Moves drafts through the real trigger, all at once, so that each has an honest history. */
export async function walk(
  ids: readonly string[],
  steps: readonly Step[],
  approverId: string,
): Promise<void> {
  let state: Parameters<typeof next>[0] = 'DRAFT'
  await root()`update app.referral_events set verb = 'start', from_state = '' where referral_id = any(${ids as string[]})`
  for (const [verb, party] of steps) {
    const to = next(state, verb)
    if (!to) throw new Error(`${verb} does not leave ${state}`)
    await root()`update app.referrals set state = ${to}, version = version + 1, last_verb = ${verb}, last_party = ${party},
      last_at = clock.casework_now(), sent_at = case when ${verb} = 'send' then clock.casework_now() else sent_at end,
      payload_hash = case when ${verb} = 'submit' then sha256(id::text::bytea) else payload_hash end,
      approved_hash = case when ${verb} = 'approve' then payload_hash else null end,
      approved_by = case when ${verb} = 'approve' then ${approverId}::uuid else approved_by end
      where id = any(${ids as string[]})`
    state = to
  }
}

/** One referral of an ordinary case, moved so far; answers its id. */
export async function moved(
  by: { lead: string; supervisor: string },
  steps: readonly Step[],
  more: Partial<ReferralSpec> = {},
): Promise<string> {
  const draft = draftReferral(more)
  await insertCases([ordinaryCase(by.lead, [draft])])
  await walk([draft.id], steps, by.supervisor)
  return draft.id
}
