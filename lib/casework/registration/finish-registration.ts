import { isoDayOf } from '@/lib/base/time/days'
import { finishForm } from '@/lib/casework/cases/form'
import { onCase } from '@/lib/casework/cases/on-case'
import { mayLead } from '@/lib/casework/cases/policy'
import { type CaseInReach, caseInReach } from '@/lib/casework/cases/scope'
import { touchCase } from '@/lib/casework/cases/touch-case'
import { consentsOf } from '@/lib/casework/consents/queries'
import { type Ctx, type Params, verb } from '@/lib/platform/gate/verb'
import { denied } from '@/lib/platform/gate/verdict'
import { openingGap } from './registration'

type Loaded = CaseInReach & { consents: Awaited<ReturnType<typeof consentsOf>> }

async function withConsents(ctx: Ctx, { code }: Params): Promise<Loaded | undefined> {
  const reach = await caseInReach(ctx, code, true)
  return reach && { ...reach, consents: await consentsOf(ctx, reach.record.id) }
}

/** The draft becomes an open case: recorded once, and only with a rated risk and the person's yes. */
export const finishRegistration = verb({
  ...onCase,
  name: 'case.finish-registration',
  form: finishForm,
  page: ({ code }) => `/cases/${code}/register`,
  scope: withConsents,
  policy: (actor, { consents, ...reach }) => {
    const verdict = mayLead(actor, reach)
    if (!verdict.allowed) return verdict
    if (reach.record.state !== 'DRAFT') return denied('already-registered')
    const gap = openingGap({ risk: reach.record.risk, consents }, actor.now)
    return gap ? denied(gap) : verdict
  },
  version: ({ record }) => record.version,
  apply: async (ctx, { record }) => {
    const { now } = ctx.actor
    const moved = await touchCase(ctx, record, { move: 'open', registeredAt: now, contactOn: isoDayOf(now) })
    return moved ? { location: `/cases/${record.code}?done=registered`, id: record.code } : { conflict: true }
  },
})
