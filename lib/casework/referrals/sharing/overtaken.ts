import { nameOf, type Overtaken } from '@/lib/platform/gate/overtaken'
import type { Ctx } from '@/lib/platform/gate/verb'
import type { ReferralState } from '../machine/states'

type Row = { id: string; state: ReferralState; lastActorId: string | null; lastAt: Date | null }

const moved = 'referral-NOT_IN_STATE'
const open = 'forms.overtaken-open' as const

/** Our side lost the race: who moved it, when, to which state; back to the queue for who decides there. */
export async function overtakenReferral(ctx: Ctx, row: Row, reason: string): Promise<Overtaken | undefined> {
  if (reason !== moved) return undefined
  const queue = { href: '/queue', label: 'forms.overtaken-queue' as const }
  const page = { href: `/referrals/${row.id}`, label: open }
  return {
    by: await nameOf(ctx.tx, row.lastActorId),
    at: row.lastAt,
    now: `referrals.state.${row.state}`,
    links: ctx.actor.role === 'SUPERVISOR' ? [queue, page] : [page],
  }
}

/** The partner lost it, to a colleague or to us: how it stands, and its page. Nobody is named across the wall. */
export function overtakenAnswer(row: Pick<Row, 'id' | 'state'>, reason: string): Overtaken | undefined {
  if (reason !== moved) return undefined
  const page = { href: `/inbox/${row.id}`, label: open }
  return { by: null, at: null, now: `referrals.state.${row.state}`, links: [page] }
}
