import { and, eq } from 'drizzle-orm'
import { isUuid } from '@/lib/base/forms/uuid'
import { within } from '@/lib/casework/referrals/reach/within'
import { consents, referrals } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'

/** What a running referral rests on, as the form that asks for it again begins: the answer itself is never filled in. */
export type Renewed = {
  values: { purpose: string; partner: string; service: string; facts: string[] }
  until: string | null
}

/** Nothing when the address names no referral of this case. */
export async function renewedBy(
  { tx, actor }: Pick<Ctx, 'tx' | 'actor'>,
  caseId: string,
  referral: string | undefined,
): Promise<Renewed | undefined> {
  if (!isUuid(referral)) return undefined
  const [row] = await tx
    .select({
      purpose: consents.purpose,
      partner: referrals.partnerCode,
      service: referrals.service,
      facts: referrals.facts,
      until: consents.expiresOn,
    })
    .from(referrals)
    .innerJoin(consents, eq(consents.id, referrals.consentId))
    .where(and(eq(referrals.id, referral), eq(referrals.caseId, caseId), within(actor)))
  if (!row) return undefined
  const { until, ...values } = row
  return { values, until }
}
