import { and, eq } from 'drizzle-orm'
import { overtakenCase } from '@/lib/casework/cases/overtaken'
import { within } from '@/lib/casework/cases/within'
import { cases } from '@/lib/platform/db/schema'
import { nameOf, type Overtaken } from '@/lib/platform/gate/overtaken'
import type { Changed, Ctx } from '@/lib/platform/gate/verb'
import type { ReferralState } from '../machine/states'

type Row = {
  id: string
  caseId: string
  state: ReferralState
  lastActorId: string | null
  lastAt: Date | null
}

type Told = { state: ReferralState; readingSince: Date }

const moved = 'referral-NOT_IN_STATE'
const ended = ['referral-ACCESS_ENDED', 'referral-CONSENT_ENDED']
const open = 'forms.overtaken-open' as const

/** Our side lost the race: who moved it, when, to which state; back to the queue for who decides there. */
export async function overtakenReferral(ctx: Ctx, row: Row, reason: string): Promise<Overtaken | undefined> {
  if (reason === 'referral-CASE_NOT_OPEN') return caseOf(ctx, row)
  if (reason === 'referral-CONSENT_ENDED')
    return { by: null, at: null, now: 'referrals.overtaken.consent', links: [pageOf(row)] }
  if (reason !== moved) return undefined
  const queue = { href: '/queue', label: 'forms.overtaken-queue' as const }
  return {
    ...(await changedReferral(ctx, row)),
    links: ctx.actor.role === 'SUPERVISOR' ? [queue, pageOf(row)] : [pageOf(row)],
  }
}

/** Its last move, as our side reads it: of Relais itself nobody is named. */
export const changedReferral = async (ctx: Ctx, row: Row): Promise<Changed> => ({
  by: await nameOf(ctx.tx, row.lastActorId),
  at: row.lastAt,
  now: `referrals.state.${row.state}`,
})

/** The same for the partner: nobody is named across the wall, and the time is of what it is told, not of what it is not. */
export const changedAnswer = ({ state, readingSince }: Told): Changed => ({
  by: null,
  at: readingSince,
  now: `referrals.state.${state}`,
})

const pageOf = ({ id }: Pick<Row, 'id'>) => ({ href: `/referrals/${id}`, label: open })

/** The case was closed, held or ended meanwhile. */
async function caseOf(ctx: Ctx, { caseId }: Row): Promise<Overtaken | undefined> {
  const [record] = await ctx.tx
    .select()
    .from(cases)
    .where(and(eq(cases.id, caseId), within(ctx.actor)))
  return record && overtakenCase(ctx, record, 'case-not-open')
}

/** The partner lost it, to a colleague or to us: how it stands, and its page. Nobody is named across the wall. */
export function overtakenAnswer(row: Pick<Row, 'id' | 'state'>, reason: string): Overtaken | undefined {
  if (reason !== moved && !ended.includes(reason)) return undefined
  const page = { href: `/inbox/${row.id}`, label: open }
  // What was cancelled, withdrawn or has run out is a stub: its page says what is left to do.
  const now = ended.includes(reason) ? 'inbox.ended-meanwhile' : (`referrals.state.${row.state}` as const)
  return { by: null, at: null, now, links: [page] }
}
