import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { isUuid } from '@/lib/base/forms/uuid'
import { SETTLED, WITH_PARTNER } from '@/lib/casework/referrals/machine/states'
import { within } from '@/lib/casework/referrals/reach/within'
import { consents, referrals } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'

/** What a running referral rests on, as the form that asks for it again begins: the answer itself is never filled in. */
export type Renewed = {
  values: { purpose: string; partner: string; service: string; facts: string[] }
  until: string | null
}

/** As `app.is_shared` says it for the task: at a partner, or settled for so short that it is read; not recalled, not erased there. */
const stillRead = sql`(${inArray(referrals.state, WITH_PARTNER)} or (${inArray(referrals.state, SETTLED)}
  and ${referrals.readingSince} > clock.casework_now() - app.setting('partner.settled')))
  and ${isNull(referrals.partnerDeletedAt)}
  and exists (select from app.shares h where h.referral_id = ${referrals.id} and h.ended_at is null)`

/** Nothing when the address names no referral of this case, or one that its partner reads no more, whatever the person answers. */
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
    .where(and(eq(referrals.id, referral), eq(referrals.caseId, caseId), within(actor), stillRead))
  if (!row) return undefined
  const { until, ...values } = row
  return { values, until }
}
