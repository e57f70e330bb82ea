import { referralInReach } from '@/lib/casework/referrals/reach/scope'
import type { Ctx } from '@/lib/platform/gate/verb'
import type { CaseHead } from './head'

/** What a running referral rests on, as the form that asks for it again begins: the answer itself is never filled in. */
export type Renewed = {
  values: { purpose: string; partner: string; service: string; facts: string[] }
  until: string | null
}

/** Nothing when the address names no referral of this case. */
export async function renewedBy(
  ctx: Ctx,
  { reach, consents }: CaseHead,
  id: string | undefined,
): Promise<Renewed | undefined> {
  const found = await referralInReach(ctx, id)
  if (found?.referral.caseId !== reach.record.id) return undefined
  const { partnerCode: partner, service, facts, consentId } = found.referral
  const consent = consents.find((row) => row.id === consentId)
  return (
    consent && {
      values: { purpose: consent.purpose, partner, service, facts },
      until: consent.expiresOn,
    }
  )
}
