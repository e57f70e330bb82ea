import { sql } from 'drizzle-orm'
import { type Ctx, type Params, verb } from '@/lib/platform/gate/verb'
import { allowed, denied, type Verdict } from '@/lib/platform/gate/verdict'
import { type Held, lockReceived } from '../sharing/partner-scope'
import { buttonForm } from './partner-form'

const inHand = {
  session: 'partner' as const,
  roles: ['PARTNER_FP'] as const,
  form: buttonForm,
  page: ({ id }: Params) => `/inbox/${id}`,
  scope: (ctx: Ctx, { id }: Params) => lockReceived(ctx, id),
  audit: ({ id = '' }: Params) => ({ type: 'referral', id }),
  // What is no longer read is in nobody's hand.
  policy: (_: unknown, { key }: Held): Verdict => (key ? allowed : denied('referral-NOT_IN_STATE')),
}

/** A focal point has it in hand; of several who press at once one has it. It holds nobody back from answering. */
export const takeInHand = verb({
  ...inHand,
  name: 'referral.take-in-hand',
  apply: async ({ tx }, { referral: { id } }) => {
    const [row] = await tx.execute<{ came: 'done' | 'back' | 'taken' | 'gone' }>(
      sql`select app.take_received(${id}) as came`,
    )
    // Whoever was quicker is named on the page.
    if (row?.came === 'taken') return { location: `/inbox/${id}?done=taken`, id, detail: { taken: 'other' } }
    // Whoever takes it is there: their absence ended with it, and the page says so.
    if (row?.came === 'back')
      return { location: `/inbox/${id}?done=in-hand-back`, id, detail: { absence: 'ended' } }
    return row?.came === 'done' ? { location: `/inbox/${id}?done=in-hand`, id } : { conflict: true }
  },
})

/** Lets it go, for a colleague. Nothing in hand is what was asked for. */
export const letGoReceived = verb({
  ...inHand,
  name: 'referral.let-go',
  apply: async ({ tx }, { referral: { id } }) => {
    await tx.execute(sql`select app.let_go_received(${id})`)
    return { location: `/inbox/${id}?done=let-go`, id }
  },
})
