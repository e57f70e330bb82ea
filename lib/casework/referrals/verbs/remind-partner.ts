import { sql } from 'drizzle-orm'
import { nameOf } from '@/lib/platform/gate/overtaken'
import { type Ctx, verb } from '@/lib/platform/gate/verb'
import { denied } from '@/lib/platform/gate/verdict'
import type { ReferralInReach } from '../reach/scope'
import { judged, partyFor } from '../sharing/judged'
import { remindForm } from './forms'
import { moveReferral } from './move-referral'

type Reminded = { by: string | null; at: Date }
/** With the reminder that is too fresh for another one, by the setting. */
type Found = ReferralInReach & { reminded: Reminded | undefined }

const remind = judged('remind')

/** Asked after the referral is locked: of two at once the second finds the first. */
async function lastReminder({ tx }: Ctx, id: string): Promise<Reminded | undefined> {
  const [row] = await tx.execute<{ by: string | null; at: string }>(sql`
    select e.actor_id as by, e.at from app.referral_events e where e.referral_id = ${id} and e.verb = 'remind'
      and e.at > clock.casework_now() - app.setting('notice.again') order by e.id desc limit 1`)
  return row && { by: row.by, at: new Date(row.at) }
}

/**
 * A message to a silent partner, and a fact in the history; no clock starts anew. One at a time: a second within the shortest sensible
 * time is refused with when the first was, and by whom.
 */
export const remindPartner = verb({
  ...judged('remind'),
  name: 'referral.remind',
  form: remindForm,
  page: ({ id }) => `/referrals/${id}`,
  scope: async (ctx, params): Promise<Found | undefined> => {
    const found = await remind.scope(ctx, params)
    return found && { ...found, reminded: await lastReminder(ctx, found.referral.id) }
  },
  policy: (actor, found) => {
    const verdict = remind.policy(actor, found)
    return verdict.allowed && found.reminded ? denied('reminded-lately') : verdict
  },
  overtaken: async (ctx, found, reason) =>
    reason === 'reminded-lately' && found.reminded
      ? {
          by: await nameOf(ctx.tx, found.reminded.by),
          at: found.reminded.at,
          now: 'referrals.overtaken.reminded',
          links: [{ href: `/referrals/${found.referral.id}`, label: 'forms.overtaken-open' }],
        }
      : remind.overtaken(ctx, found, reason),
  apply: async (ctx, found) => {
    const { referral } = found
    const party = partyFor({ verb: 'remind' }, ctx.actor, found)
    const set = { dueAt: referral.dueAt, dueKind: referral.dueKind }
    const moved = await moveReferral(ctx, referral, { verb: 'remind', party, set })
    return moved ? { location: `/referrals/${referral.id}?done=remind`, id: referral.id } : { conflict: true }
  },
})
