import type { ReferralPlan } from './case-file'
import { isOffered } from './directory'
import { at, plusDays, workday } from './moments'
import type { Random } from './random'
import type { Day, OfficeId, Referral } from './records'
import type { Goal } from './route'
import { SITUATIONS, type Situation, type SituationName } from './situations'

export const OFFICE_WEIGHTS: Readonly<Record<OfficeId, number>> = { BKO: 28, MOP: 24, TBT: 22, GAO: 26 }
export const PRIORITIES = { EMERGENCY: 12, URGENT: 38, NORMAL: 50 } as const
/** How referrals of the past ended. */
export const ENDINGS: Readonly<Partial<Record<Goal, number>>> = {
  VERIFIED: 46,
  COMPLETED: 24,
  DECLINED: 13,
  NOT_ACCESSED: 9,
  CANCELLED: 5,
  CONSENT_WITHDRAWN: 3,
}
const REASONS: Readonly<Partial<Record<Goal, readonly string[]>>> = {
  DECLINED: ['NO_CAPACITY', 'OUT_OF_AREA', 'NOT_ELIGIBLE', 'SERVICE_SUSPENDED', 'INCOMPLETE'],
  NOT_ACCESSED: ['DID_NOT_COME', 'TOO_FAR', 'COST', 'MOVED_AWAY', 'CHANGED_MIND'],
  CANCELLED: ['NEED_MET', 'PERSON_ASKED', 'MOVED_AWAY'],
  CONSENT_WITHDRAWN: ['NOT_SAID', 'CHANGED_MIND', 'FEAR'],
}
/** Services that answer on the phone or on paper more often than in Relais. */
const BY_PHONE: readonly string[] = ['CSCOM', 'CSREF', 'DNPEF']

/** Reason and channel of a referral that ends this way. */
export function ending(
  random: Random,
  partner: string,
  goal: Goal,
): Pick<ReferralPlan, 'channel' | 'reason'> {
  const reasons = REASONS[goal]
  const remote = random.chance(BY_PHONE.includes(partner) ? 0.6 : 0.1)
  return {
    channel: remote ? (random.chance(0.75) ? 'PHONE' : 'PAPER') : 'APP',
    ...(reasons ? { reason: random.pick(reasons) } : {}),
  }
}

/** A referral of the past, started a few days after the case was opened. */
export function pastReferral(
  random: Random,
  office: OfficeId,
  situation: SituationName,
  opened: Day,
): ReferralPlan[] {
  const { refers }: Situation = SITUATIONS[situation]
  const possible = refers.filter(([partner, service]) => isOffered(partner, service, office))
  const [partner, service] = possible.length > 0 ? random.pick(possible) : []
  if (!partner || !service) return []
  const priority = random.weighted<Referral['priority']>(PRIORITIES)
  const goal = random.weighted<Goal>(ENDINGS)
  const start = at(
    workday(plusDays(opened, random.int(1, 6))),
    `${random.pick(['09', '10', '14'])}:${random.int(10, 59)}`,
  )
  return [{ partner, service, priority, goal, start, ...ending(random, partner, goal) }]
}
