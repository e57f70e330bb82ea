import { and, asc, eq, inArray } from 'drizzle-orm'
import { type CaseInReach, caseInReach } from '@/lib/casework/cases/scope'
import { CARRYING_STATUSES, type ConsentStatus } from '@/lib/casework/consents/states'
import { within } from '@/lib/casework/consents/within'
import { OPEN, STAGE_1_STATES } from '@/lib/casework/referrals/machine/states'
import type { ReferralRow } from '@/lib/casework/referrals/reach/scope'
import { within as referralWithin } from '@/lib/casework/referrals/reach/within'
import { consents, referrals } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'

export type CarryingConsent = typeof consents.$inferSelect
/** A case with everything that rests on the person's agreement to it. */
export type CaseWork = {
  found: CaseInReach
  carrying: Pick<CarryingConsent, 'id' | 'status' | 'purpose'>[]
  all: ReferralRow[]
}

/** The case, the consents that still carry and all its referrals, inside the actor's reach. `lock`: in that order. */
export async function caseWorkInReach(
  ctx: Ctx,
  code: string | undefined,
  lock = false,
): Promise<CaseWork | undefined> {
  const found = await caseInReach(ctx, code, lock)
  if (!found) return undefined
  const { id } = found.record
  const answers = ctx.tx
    .select()
    .from(consents)
    .where(and(eq(consents.caseId, id), within(ctx.actor), inArray(consents.status, [...CARRYING_STATUSES])))
    .orderBy(asc(consents.id))
  const carrying = lock ? await answers.for('update') : await answers
  const rows = ctx.tx
    .select()
    .from(referrals)
    .where(and(eq(referrals.caseId, id), referralWithin(ctx.actor)))
    .orderBy(asc(referrals.id))
  return { found, carrying, all: lock ? await rows.for('update') : await rows }
}

/** The same for a reader that has the case and its answers already. One statement. */
export async function caseWorkOf(
  { tx, actor }: Ctx,
  found: CaseInReach,
  answers: readonly CaseWork['carrying'][number][],
): Promise<CaseWork> {
  const carrying = answers.filter(({ status }) => CARRYING_STATUSES.includes(status as ConsentStatus))
  const all = await tx
    .select()
    .from(referrals)
    .where(and(eq(referrals.caseId, found.record.id), referralWithin(actor)))
    .orderBy(asc(referrals.id))
  return { found, carrying, all }
}

/** What ending the file does to one of its referrals. `asked`: the partner is at work, so the person is asked once. */
export type Ending = 'asked' | 'stops' | 'erased' | 'unshared' | 'nothing'

const atWork: readonly ReferralRow['state'][] = ['ACCEPTED', 'IN_PROGRESS']

/** PURE. Whoever has begun may go on if the person wants it and that partner's own consent stands. */
export function endingOf(
  { state, sentAt, consentId }: Pick<ReferralRow, 'state' | 'sentAt' | 'consentId'>,
  carrying: readonly Pick<CarryingConsent, 'id' | 'status'>[],
): Ending {
  if (atWork.includes(state) && carrying.some(({ id, status }) => id === consentId && askedFor(status)))
    return 'asked'
  if (OPEN.includes(state)) return sentAt ? 'stops' : 'erased'
  return STAGE_1_STATES.includes(state) ? 'unshared' : 'nothing'
}

/** Somebody who could not be asked has not asked the partner to go on. */
const askedFor = (status: string) => (status as ConsentStatus) !== 'NOT_POSSIBLE'
