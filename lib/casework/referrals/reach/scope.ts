import { and, eq, sql } from 'drizzle-orm'
import { isUuid } from '@/lib/base/forms/uuid'
import { SHOWN_MINUTES } from '@/lib/casework/cases/contact'
import type { Capacity } from '@/lib/casework/cases/scope'
import { within as caseWithin } from '@/lib/casework/cases/within'
import { CARRYING_STATUSES } from '@/lib/casework/consents/states'
import { bare } from '@/lib/platform/db/bare'
import { cases, referrals } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { within } from './within'

export type ReferralRow = typeof referrals.$inferSelect
/** A referral as it exists for this member of staff, its case, and how they stand to it. */
export type ReferralInReach = {
  referral: ReferralRow
  caseCode: string
  caseState: string
  closureReason: string | null
  capacities: Capacity[]
  /** The consent it rests on still carries today. */
  consentStands: boolean
  doNotContact: boolean
  safeContact: string | null
  callCleared: boolean
}

/** The columns of `ReferralInReach`, for a reader that needs more beside them in the same statement. */
export const inReach = (userId: string) => ({
  referral: referrals,
  caseCode: cases.code,
  caseState: cases.state,
  closureReason: cases.closureReason,
  doNotContact: cases.doNotContact,
  safeContact: sql<string | null>`(select p.safe_contact from app.people p where p.case_id = ${cases.id}
    and p.standing = 'PRINCIPAL')`,
  /** This person asked for the number just now, and said why. */
  callCleared: sql<boolean>`exists (select from app.call_clearances k where k.case_id = ${cases.id}
    and k.user_id = ${userId} and k.at > clock.casework_now() - make_interval(mins => ${SHOWN_MINUTES}))`,
  capacities: sql<Capacity[]>`array(select m.capacity from app.case_members m
    where m.case_id = ${cases.id} and m.user_id = ${userId} and m.until is null)`,
  consentStands: sql<boolean>`exists (select from app.consents c where c.id = ${referrals.consentId}
    and c.status in ${CARRYING_STATUSES} and c.withdrawn_at is null
    and (c.expires_on is null or c.expires_on >= (clock.casework_now())::date))`,
})

/** The referral behind an id, inside what this actor can see. Locks case, then referral: always in that order. */
export async function lockReferral(ctx: Ctx, id: string | undefined): Promise<ReferralInReach | undefined> {
  if (!isUuid(id)) return undefined
  const { tx, actor } = ctx
  const [owner] = await tx
    .select({ caseId: referrals.caseId })
    .from(referrals)
    .where(and(eq(referrals.id, id), within(actor)))
  if (!owner) return undefined
  await tx
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.id, owner.caseId), caseWithin(actor)))
    .for('no key update')
  const [found] = await tx
    .select(inReach(actor.userId))
    .from(referrals)
    .innerJoin(cases, eq(cases.id, referrals.caseId))
    .where(and(eq(referrals.id, id), within(actor)))
    .for('update', { of: bare(referrals) })
  return found
}

/** The same for reading: one statement, no lock. */
export async function referralInReach(
  { tx, actor }: Ctx,
  id: string | undefined,
): Promise<ReferralInReach | undefined> {
  if (!isUuid(id)) return undefined
  const [found] = await tx
    .select(inReach(actor.userId))
    .from(referrals)
    .innerJoin(cases, eq(cases.id, referrals.caseId))
    .where(and(eq(referrals.id, id), within(actor)))
  return found
}
