import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { sharePlace } from '@/lib/base/addresses/referral-places'
import { shares } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { createKey } from '@/lib/platform/vault/keys'
import { seal } from '@/lib/platform/vault/seal'
import type { ReferralRow } from '../reach/scope'
import { payloadHash } from './payload-hash'

/**
 * Seals what will leave: two slips, each with its own key. A referral that was returned and is submitted again gets
 * new slips; the old ones end. Returns the hash that the approval pins.
 */
export async function sealPayload(
  { tx, actor }: Ctx,
  referral: ReferralRow,
  sealed: { consentId: string; texts: readonly [string, string] },
): Promise<Buffer> {
  await endShares({ tx, actor }, referral.id)
  const owner = { caseId: referral.caseId, officeId: referral.officeId, sensitivity: referral.sensitivity }
  for (const stage of [1, 2] as const) {
    const id = randomUUID()
    const key = await createKey(tx, { scope: 'SHARE', shareId: id, ...owner })
    const text = sealed.texts[stage - 1] ?? ''
    await tx.insert(shares).values({
      ...owner,
      id,
      referralId: referral.id,
      partnerCode: referral.partnerCode,
      consentId: sealed.consentId,
      stage,
      keyId: key.id,
      payload: seal(key, sharePlace(id), text),
      sealedAt: actor.now,
    })
  }
  return payloadHash(sealed.texts)
}

/** Ends the sharing for good: nothing of it is readable by the partner from this transaction on. */
export async function endShares({ tx, actor }: Ctx, referralId: string): Promise<void> {
  await tx
    .update(shares)
    .set({ endedAt: actor.now })
    .where(and(eq(shares.referralId, referralId), isNull(shares.endedAt)))
}
