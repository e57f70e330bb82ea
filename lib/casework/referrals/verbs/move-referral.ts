import { and, asc, eq } from 'drizzle-orm'
import { referralEvents, referrals } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { referralRules } from '@/lib/platform/settings/read'
import { isReferralAct, type ReferralAct } from '../machine/acts'
import { dueOf } from '../machine/due'
import { type ReferralState, STATES } from '../machine/states'
import { type Channel, next, type Party, type ReferralVerb } from '../machine/transitions'
import { dropTellPerson } from './follow-on'

type Movable = { id: string; state: ReferralState; version: number; priority: string }
export type Move = {
  verb: ReferralVerb | ReferralAct
  party: Party
  channel?: Channel
  reason?: string | null
  /** Further columns that this verb writes, in the same update. */
  set?: Partial<typeof referrals.$inferInsert>
}

/**
 * Moves a referral on the version that was read, with its pressing due date; the database's trigger checks the move
 * again and appends the event. False when somebody was quicker: nothing is written then.
 */
export async function moveReferral(ctx: Ctx, row: Movable, move: Move): Promise<boolean> {
  const { tx, actor } = ctx
  const from = row.state
  const to = isReferralAct(move.verb) ? from : next(from, move.verb)
  if (to === null) return false
  const past = await tx
    .select({
      verb: referralEvents.verb,
      at: referralEvents.at,
      from: referralEvents.fromState,
      to: referralEvents.toState,
    })
    .from(referralEvents)
    .where(eq(referralEvents.referralId, row.id))
    .orderBy(asc(referralEvents.id))
  const due = dueOf(
    row.priority,
    [...past.map(blankStart), { verb: move.verb, at: actor.now, from, to }],
    actor.now,
    await referralRules(tx),
  )
  const moved = await tx
    .update(referrals)
    .set({
      ...due,
      ...move.set,
      state: to,
      version: row.version + 1,
      lastVerb: move.verb,
      lastParty: move.party,
      lastChannel: move.channel ?? 'APP',
      lastActorId: actor.userId,
      lastAt: actor.now,
      // An act leaves the reason of the last move.
      ...(isReferralAct(move.verb) ? {} : { reason: move.reason ?? null }),
    })
    // The version alone: the partner's login does not read the state, and no state changes without a new version.
    .where(and(eq(referrals.id, row.id), eq(referrals.version, row.version)))
    .returning({ id: referrals.id })
  if (moved.length === 0) return false
  if (serving(from) && !serving(to)) await dropTellPerson(ctx, row)
  return true
}

const serving = (state: ReferralState): boolean => STATES[state].tabs.them === 'serving'

/** The database writes '' where a referral did not exist yet. */
const blankStart = <E extends { from: string }>(event: E) => ({
  ...event,
  from: event.from === '' ? null : event.from,
})
