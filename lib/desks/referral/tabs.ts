import { type SQL, sql } from 'drizzle-orm'
import { REFERRAL_STATES, type ReferralState, STATES } from '@/lib/casework/referrals/machine/states'
import type { OurTab } from '@/lib/casework/referrals/machine/traits'

/** Each tab is a set of states; an answer stays to do until something followed it. */
export const tabs = ['finish', 'approval', 'partner', 'answered', 'closed'] as const
export type Tab = (typeof tabs)[number]

/** Some rows of a tab: states that lie in one index, and what else holds for them. */
export type Slice = { states: readonly ReferralState[]; live: boolean; holds: SQL }

const standingIn = (tab: OurTab) => REFERRAL_STATES.filter((state) => STATES[state].tabs.us === tab)
const FOLLOW = standingIn('follow')

/** A refusal asks for another provider for its days, until there is one. */
const followedFrom = sql`(clock.casework_now() - (select app.setting('referral.follow')))`
const followed = sql`exists (select from app.referrals x where x.previous_id = r.id)`

/** The slices of a tab. Every state stands in exactly one tab, a refusal in the one that its age says. */
export function slicesOf(tab: Tab): Slice[] {
  const plain = { states: standingIn(tab), live: tab !== 'closed', holds: sql`` }
  if (tab === 'answered')
    return [
      plain,
      { states: FOLLOW, live: false, holds: sql`and r.last_at > ${followedFrom} and not ${followed}` },
    ]
  // Older ones are a range of the index; of the last days' few each is asked.
  if (tab === 'closed')
    return [
      plain,
      { states: FOLLOW, live: false, holds: sql`and r.last_at <= ${followedFrom}` },
      { states: FOLLOW, live: false, holds: sql`and r.last_at > ${followedFrom} and ${followed}` },
    ]
  return [plain]
}
