import { eq } from 'drizzle-orm'
import { overtakenCase } from '@/lib/casework/cases/overtaken'
import { type PersonInReach, personInReach } from '@/lib/casework/cases/person-in-reach'
import { taskHeldByOther } from '@/lib/casework/tasks/waiting-item'
import { planApprovals } from '@/lib/platform/db/schema'
import { type Ctx, type Params, verb } from '@/lib/platform/gate/verb'
import { seal } from '@/lib/platform/vault/seal'
import { approveForm, returnForm } from './form'
import { mayDecide } from './policy'
import { type ApprovalRow, waitingApproval } from './scope'
import { commentPlace } from './words'

type Waiting = PersonInReach & { asked: ApprovalRow | undefined }

/** A plan as whoever decides on it finds it; what changed since they read it has another version. */
const onApproval = {
  session: 'staff',
  roles: ['SUPERVISOR'],
  scope: async (ctx: Ctx, { code }: Params): Promise<Waiting | undefined> => {
    const found = await personInReach(ctx, code)
    return found && { ...found, asked: await waitingApproval(ctx, found.reach.record.id) }
  },
  held: (ctx: Ctx, { reach }: Waiting) => taskHeldByOther(ctx, reach.record.id, 'APPROVE_PLAN'),
  version: ({ asked }: Waiting) => asked?.version ?? 0,
  overtaken: (ctx: Ctx, { reach }: Waiting, reason: string) => overtakenCase(ctx, reach.record, reason),
  audit: ({ code = '' }: Params, found: Waiting | undefined) => ({
    type: 'case',
    id: code,
    caseId: found?.reach.record.id ?? null,
  }),
} as const

type Decision = { decided: 'APPROVED' } | { decided: 'RETURNED'; comment: Buffer }
const decide = ({ tx, actor }: Ctx, asked: ApprovalRow, decision: Decision) =>
  tx
    .update(planApprovals)
    .set({ ...decision, decidedBy: actor.userId, decidedAt: actor.now, version: asked.version + 1 })
    .where(eq(planApprovals.id, asked.id))

/** The supervisor agrees with the plan as it stands. Its actions may have begun before. */
export const approvePlan = verb({
  ...onApproval,
  name: 'plan.approve',
  form: approveForm,
  page: ({ code }) => `/cases/${code}/plan`,
  policy: (actor, { reach, asked }) => mayDecide(actor, reach, asked),
  apply: async (ctx, { reach, asked }) => {
    if (!asked) return { conflict: true }
    await decide(ctx, asked, { decided: 'APPROVED' })
    return { location: `/cases/${reach.record.code}/plan?done=approved`, id: reach.record.code }
  },
})

/** Not like this: what to change, in words that the team reads. */
export const returnPlan = verb({
  ...onApproval,
  name: 'plan.return',
  form: returnForm,
  page: ({ code }) => `/cases/${code}/plan/return`,
  policy: (actor, { reach, asked }) => mayDecide(actor, reach, asked),
  apply: async (ctx, { reach, asked, key }, { comment }) => {
    if (!asked) return { conflict: true }
    await decide(ctx, asked, { decided: 'RETURNED', comment: seal(key, commentPlace(asked.id), comment) })
    return { location: `/cases/${reach.record.code}/plan?done=returned`, id: reach.record.code }
  },
})
