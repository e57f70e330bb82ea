import { sql } from 'drizzle-orm'
import { waitsForWord } from '@/lib/casework/consents/consent-rows'
import { inReachedCase, placeOf } from '@/lib/casework/staff/reach'
import { queueAfter } from '@/lib/casework/tasks/queue-place'
import type { Actor } from '@/lib/platform/access/actor'
import { type Ctx, type Params, verb } from '@/lib/platform/gate/verb'
import { denied, type Verdict } from '@/lib/platform/gate/verdict'
import { holdSeconds } from '../machine/hold'
import type { ReferralInReach } from '../reach/scope'
import { type GonePaper, gonePapers, shownHash } from '../sharing/gone-papers'
import { decision, partyOf } from './decide-referral'
import { approveForm } from './decision-form'
import { moveReferral } from './move-referral'

type Approvable = ReferralInReach & { unconfirmed: boolean }

/** What waits for somebody's own word is confirmed first: approving confirms a sharing, never an answer. */
const approving = {
  ...decision('approve'),
  scope: async (ctx: Ctx, params: Params): Promise<Approvable | undefined> => {
    const found = await decision('approve').scope(ctx, params)
    return found && { ...found, unconfirmed: await unconfirmed(ctx, found.referral.consentId) }
  },
  policy: (actor: Actor, found: Approvable): Verdict => {
    const verdict = decision('approve').policy(actor, found)
    return verdict.allowed && found.unconfirmed ? denied('to-confirm') : verdict
  },
}

async function unconfirmed({ tx, actor }: Ctx, consentId: string | null): Promise<boolean> {
  const [row] =
    await tx.execute(sql`select from app.consents c where c.id = ${consentId} and ${inReachedCase(actor, placeOf('c'))}
    and ${sql.raw(waitsForWord)}`)
  return row !== undefined
}

/** What the page shows at this moment: a paper that was taken away since makes it another. */
async function shownNow({ tx }: Ctx, { id, payloadHash }: ReferralInReach['referral']) {
  const [row] = await tx.execute<{ gone: GonePaper[] }>(sql`select ${gonePapers(sql`${id}::uuid`)} as gone`)
  return shownHash(payloadHash?.toString('hex') ?? '', row?.gone ?? [])
}

/**
 * The supervisor lets a referral go: exactly the payload that was on the page, pinned by its hash. It leaves after the
 * hold; until then the approval can be taken back.
 */
export const approveReferral = verb({
  ...approving,
  name: 'referral.approve',
  form: approveForm,
  page: ({ id }, { kind }) => queueAfter(kind, `item=${id}`),
  apply: async (ctx, found, { hash, kind }) => {
    const { referral } = found
    if ((await shownNow(ctx, referral)) !== hash) return { conflict: true }
    const set = {
      approvedBy: ctx.actor.userId,
      approvedAt: ctx.actor.now,
      approvedHash: referral.payloadHash,
    }
    const moved = await moveReferral(ctx, referral, {
      verb: 'approve',
      party: partyOf('approve', ctx.actor, found),
      set,
    })
    if (!moved) return { conflict: true }
    await ctx.tx.execute(
      sql`select jobs.enqueue('send-referral', ${referral.id}, '{}', make_interval(secs => ${holdSeconds}))`,
    )
    return { location: queueAfter(kind, `approved=${referral.id}`), id: referral.id }
  },
})
