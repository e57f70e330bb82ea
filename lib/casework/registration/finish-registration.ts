import { isoDayOf } from '@/lib/base/time/days'
import { finishForm } from '@/lib/casework/cases/form'
import { onCase } from '@/lib/casework/cases/on-case'
import { personInReach } from '@/lib/casework/cases/person-in-reach'
import { casePartiesOf, mayMove } from '@/lib/casework/cases/policy'
import type { CaseInReach } from '@/lib/casework/cases/scope'
import { touchCase } from '@/lib/casework/cases/touch-case'
import { judgedAgain } from '@/lib/casework/consents/judge-again'
import { consentsOf } from '@/lib/casework/consents/queries'
import { unanswered } from '@/lib/casework/likeness/unanswered'
import { birthOf } from '@/lib/casework/people/birth'
import { peopleOf } from '@/lib/casework/people/queries'
import type { Actor } from '@/lib/platform/access/actor'
import { caseRoles, isCaseworker } from '@/lib/platform/access/roles'
import { type Ctx, type Params, verb } from '@/lib/platform/gate/verb'
import { denied, type Verdict } from '@/lib/platform/gate/verdict'
import { openingGap } from './registration'

export type WithConsents = CaseInReach & {
  consents: Awaited<ReturnType<typeof consentsOf>>
  /** Files that may be of the same person, about which nobody has said anything. */
  alike: number
}

export async function withConsents(ctx: Ctx, { code }: Params): Promise<WithConsents | undefined> {
  const found = await personInReach(ctx, code)
  if (!found) return undefined
  const { reach, row, identity } = found
  // Judged by the age that is known now: it may have been corrected since the answer.
  const consents = judgedAgain(await consentsOf(ctx, reach.record.id), {
    birth: birthOf({ ...row, identity }),
    day: isoDayOf(ctx.actor.now),
    restricted: reach.record.sensitivity === 'S4',
  })
  const alike = await unanswered(ctx, reach.record, await peopleOf(ctx, reach.record.id))
  return { ...reach, consents, alike: alike.length }
}

/** Whether this person may open the draft now, and what is missing. PURE. */
export function mayFinish(actor: Actor, { consents, alike, ...reach }: WithConsents): Verdict {
  const verdict = mayMove('open', actor, reach)
  if (!verdict.allowed) return verdict
  const gap = openingGap({ risk: reach.record.risk, consents, alike }, actor.now)
  return gap ? denied(gap) : verdict
}

export const openedAt = (code: string) => ({ location: `/cases/${code}?done=registered`, id: code })

/** Opens it. False when somebody was quicker. */
export const openDraft = (ctx: Ctx, reach: CaseInReach): Promise<boolean> => {
  const { now, role } = ctx.actor
  return touchCase(ctx, reach.record, {
    move: 'open',
    as: casePartiesOf(ctx.actor, reach),
    registeredAt: now,
    // A supervisor opens what the team has asked: nobody met the person today.
    ...(isCaseworker(role) && { contactOn: isoDayOf(now) }),
  })
}

/** The draft becomes an open case, by its lead or a supervisor: once, and only with a rated risk and the person's yes. */
export const finishRegistration = verb({
  ...onCase,
  name: 'case.finish-registration',
  roles: caseRoles,
  form: finishForm,
  page: ({ code }) => `/cases/${code}`,
  scope: withConsents,
  policy: mayFinish,
  version: ({ record }) => record.version,
  apply: async (ctx, reach) =>
    (await openDraft(ctx, reach)) ? openedAt(reach.record.code) : { conflict: true as const },
})
