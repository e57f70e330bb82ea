import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { endedByNo } from '@/lib/casework/consents/question'
import { CARRYING_STATUSES } from '@/lib/casework/consents/states'
import { within as consentWithin } from '@/lib/casework/consents/within'
import { consents, referrals } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { OPEN, STAGE_1_STATES } from '../machine/states'
import type { ReferralRow } from '../reach/scope'
import { within } from '../reach/within'
import { purposeOf } from '../sharing/cover'
import { endShares } from '../sharing/seal-payload'
import { moveReferral } from './move-referral'

/** What withdrawing does to a referral: it stops, only its sharing ends, or nothing is left to end. PURE. */
export function effectOn({ state: now }: Pick<ReferralRow, 'state'>): 'stops' | 'unshared' | 'nothing' {
  if (OPEN.includes(now)) return 'stops'
  return STAGE_1_STATES.includes(now) ? 'unshared' : 'nothing'
}

/**
 * Ends one yes with all that rests on it, in the caller's transaction: open referrals stop, and no partner reads anything
 * of it from here on. Answers how many stopped. Consent and referrals are locked by the caller or here.
 */
export async function withdrawAnswer(
  ctx: Ctx,
  consent: { id: string; version: number },
  reason: string,
): Promise<number> {
  await ctx.tx
    .update(consents)
    .set({ status: 'WITHDRAWN', withdrawnAt: ctx.actor.now, version: consent.version + 1 })
    .where(eq(consents.id, consent.id))
  const resting = await ctx.tx
    .select()
    .from(referrals)
    .where(and(eq(referrals.consentId, consent.id), within(ctx.actor)))
    .orderBy(asc(referrals.id))
    .for('update')
  let stopped = 0
  for (const referral of resting) {
    const effect = effectOn(referral)
    if (effect === 'stops') {
      await stop(ctx, referral, reason)
      stopped += 1
    }
    if (effect !== 'nothing') await endShares(ctx, referral.id)
  }
  return stopped
}

/** The rows are locked, so nobody can have been quicker: a move that fails here is a fault and undoes everything. */
async function stop(ctx: Ctx, referral: ReferralRow, reason: string): Promise<void> {
  const moved = await moveReferral(ctx, referral, { verb: 'withdraw-consent', party: 'team', reason })
  if (!moved) throw new Error('a locked referral did not stop')
  await ctx.tx.execute(sql`select jobs.cancel('send-referral', ${referral.id})`)
}

/** Whom a no is said to. No partner: to everybody, for this service; no service: to this partner, for everything. */
export type NoTo = { caseId: string; purpose: string; partner: string | null; service: string | null }

/** The yeses that a no ends, locked. */
async function endedBy({ tx, actor }: Ctx, no: NoTo) {
  const carrying = await tx
    .select()
    .from(consents)
    .where(
      and(
        eq(consents.caseId, no.caseId),
        consentWithin(actor),
        inArray(consents.status, [...CARRYING_STATUSES]),
      ),
    )
    .orderBy(asc(consents.id))
    .for('update')
  return carrying.filter(({ partnerCode, ...yes }) => endedByNo(no, { ...yes, partner: partnerCode }))
}

/**
 * What was not sent yet rests on an answer that is older than the no: it ends, also where what runs may go on. A draft
 * whose partner nobody has chosen ends with a no to everybody only.
 */
export async function endUnsent(ctx: Ctx, no: NoTo): Promise<number> {
  const unsent = await ctx.tx
    .select()
    .from(referrals)
    .where(
      and(
        eq(referrals.caseId, no.caseId),
        within(ctx.actor),
        isNull(referrals.sentAt),
        inArray(referrals.state, [...OPEN]),
      ),
    )
    .orderBy(asc(referrals.id))
    .for('update')
  const ending = unsent.filter(({ service, partnerCode, entryId }) =>
    endedByNo(no, { purpose: purposeOf(service), service, partner: entryId === null ? null : partnerCode }),
  )
  for (const referral of ending) {
    await stop(ctx, referral, 'NOT_SAID')
    await endShares(ctx, referral.id)
  }
  return ending.length
}

/** A no after a yes ends the yes, with its cascade. */
export async function withdrawBefore(ctx: Ctx, no: NoTo): Promise<number> {
  let stopped = 0
  for (const consent of await endedBy(ctx, no)) stopped += await withdrawAnswer(ctx, consent, 'NOT_SAID')
  return stopped
}
