import type { ReferralPlan } from '../demo/case-file'
import { isOffered } from '../demo/directory'
import { dayOf, inOfficeHours, NOW, plusHours } from '../demo/moments'
import { ending, PRIORITIES } from '../demo/past-referral'
import type { Random } from '../demo/random'
import type { OfficeId, Referral } from '../demo/records'
import type { Goal } from '../demo/route'
import { SITUATIONS, type Situation, type SituationName } from '../demo/situations'

type LiveGoal = Exclude<Goal, 'VERIFIED' | 'DECLINED' | 'CANCELLED' | 'CONSENT_WITHDRAWN' | 'CLOSED_UNSERVED'>

/** Where referrals under way stand, by weight, and how many hours ago one such was begun. */
const LIVE: Readonly<Record<LiveGoal, readonly [weight: number, from: number, to: number]>> = {
  DRAFT: [8, 2, 100],
  PENDING_APPROVAL: [14, 1, 40],
  RETURNED: [5, 5, 60],
  SENT: [12, 4, 40],
  ACKNOWLEDGED: [13, 40, 110],
  INFO_REQUESTED: [6, 70, 160],
  ACCEPTED: [13, 70, 200],
  IN_PROGRESS: [17, 120, 500],
  COMPLETED: [7, 200, 600],
  CONTESTED: [5, 250, 600],
  NOT_ACCESSED: [4, 150, 300],
}
const WEIGHTS = Object.fromEntries(Object.entries(LIVE).map(([goal, [weight]]) => [goal, weight])) as Record<
  LiveGoal,
  number
>

/** A referral that is under way this morning; nothing where the office offers nothing for this story. */
export function liveReferral(
  random: Random,
  office: OfficeId,
  situation: SituationName,
): ReferralPlan | undefined {
  const { refers }: Situation = SITUATIONS[situation]
  const possible = refers.filter(([partner, service]) => isOffered(partner, service, office))
  const [partner, service] = possible.length > 0 ? random.pick(possible) : []
  if (!partner || !service) return undefined
  const goal = random.weighted<LiveGoal>(WEIGHTS)
  const [, from, to] = LIVE[goal]
  const start = inOfficeHours(plusHours(NOW, -random.int(from, to)))
  const priority = random.weighted<Referral['priority']>(PRIORITIES)
  const plan = { partner, service, priority, goal, brisk: true, unreviewed: random.chance(0.5) }
  return { ...plan, start: start < NOW ? start : plusHours(NOW, -1), ...ending(random, partner, goal) }
}

/** The day on which something begins, for whoever opens a case before it. */
export const dayBegun = ({ start }: ReferralPlan): string => dayOf(start)
