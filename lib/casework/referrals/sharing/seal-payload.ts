import { randomUUID } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { sharePlace } from '@/lib/base/addresses/referral-places'
import { giveOwnKey } from '@/lib/casework/documents/own-key'
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
  sealed: { consentId: string; texts: readonly [string, string]; papers?: readonly string[] },
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
    if (stage === 2) await sendAlong({ tx, actor }, id, sealed.papers ?? [])
  }
  return payloadHash(sealed.texts)
}

/** The papers hang on the second slip in the order in which it names them, each with a key of its own. */
async function sendAlong(ctx: Ctx, shareId: string, papers: readonly string[]): Promise<void> {
  for (const [at, id] of papers.entries()) {
    if (!(await giveOwnKey(ctx, id))) throw new Error('a paper went while it was sealed')
    await ctx.tx.execute(sql`select app.send_paper_along(${shareId}::uuid, ${at + 1}, ${id}::uuid)`)
  }
}

/** Ends the sharing for good: nothing of it is readable by the partner from this transaction on. */
export async function endShares({ tx, actor }: Ctx, referralId: string): Promise<void> {
  await tx
    .update(shares)
    .set({ endedAt: actor.now })
    .where(and(eq(shares.referralId, referralId), isNull(shares.endedAt)))
}
