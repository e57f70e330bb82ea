import { isoDayOf } from '@/lib/base/time/days'
import { finishForm } from '@/lib/casework/cases/form'
import { onCase } from '@/lib/casework/cases/on-case'
import { mayLead } from '@/lib/casework/cases/policy'
import { type CaseInReach, caseInReach } from '@/lib/casework/cases/scope'
import { touchCase } from '@/lib/casework/cases/touch-case'
import { consentsOf } from '@/lib/casework/consents/queries'
import type { Actor } from '@/lib/platform/access/actor'
import { type Ctx, type Params, verb } from '@/lib/platform/gate/verb'
import { denied, type Verdict } from '@/lib/platform/gate/verdict'
import { openingGap } from './registration'

export type WithConsents = CaseInReach & { consents: Awaited<ReturnType<typeof consentsOf>> }

export async function withConsents(ctx: Ctx, { code }: Params): Promise<WithConsents | undefined> {
  const reach = await caseInReach(ctx, code, true)
  return reach && { ...reach, consents: await consentsOf(ctx, reach.record.id) }
}

/** Whether this colleague may open the draft now, and what is missing. PURE. */
export function mayFinish(actor: Actor, { consents, ...reach }: WithConsents): Verdict {
  const verdict = mayLead(actor, reach)
  if (!verdict.allowed) return verdict
  if (reach.record.state !== 'DRAFT') return denied('already-registered')
  const gap = openingGap({ risk: reach.record.risk, consents }, actor.now)
  return gap ? denied(gap) : verdict
}

export const openedAt = (code: string) => ({ location: `/cases/${code}?done=registered`, id: code })

/** Opens it. False when somebody was quicker. */
export const openDraft = (ctx: Ctx, { record }: CaseInReach): Promise<boolean> => {
  const { now } = ctx.actor
  return touchCase(ctx, record, { move: 'open', registeredAt: now, contactOn: isoDayOf(now) })
}

/** The draft becomes an open case: recorded once, and only with a rated risk and the person's yes. */
export const finishRegistration = verb({
  ...onCase,
  name: 'case.finish-registration',
  form: finishForm,
  page: ({ code }) => `/cases/${code}/register`,
  scope: withConsents,
  policy: mayFinish,
  version: ({ record }) => record.version,
  apply: async (ctx, reach) =>
    (await openDraft(ctx, reach)) ? openedAt(reach.record.code) : { conflict: true as const },
})
