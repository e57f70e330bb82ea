import { code } from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
import { overtakenCase } from '@/lib/casework/cases/overtaken'
import { casePartiesOf, mayMove } from '@/lib/casework/cases/policy'
import { type CaseInReach, caseInReach } from '@/lib/casework/cases/scope'
import { touchCase } from '@/lib/casework/cases/touch-case'
import { consentsOf } from '@/lib/casework/consents/queries'
import { saidYes } from '@/lib/casework/consents/said-yes'
import type { Role } from '@/lib/platform/access/roles'
import { type Ctx, verb } from '@/lib/platform/gate/verb'

export const reopenForm = form({
  noun: 'cases',
  fields: { reopenReason: code('reopen_reason', { as: 'radio' }) },
})

export const reopeners: readonly Role[] = ['SUPERVISOR', 'SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER']

/** A closed case, and whether the person agrees to a file now. */
export type Reopening = CaseInReach & { agreed: boolean }

export async function reopeningInReach(
  ctx: Ctx,
  of: string | undefined,
  lock = false,
): Promise<Reopening | undefined> {
  const found = await caseInReach(ctx, of, lock)
  return found && { ...found, agreed: saidYes(await consentsOf(ctx, found.record.id)) }
}

/** Opens it again under the same code, in the caller's transaction. False when somebody was quicker. */
export const reopen = (ctx: Ctx, found: CaseInReach, reason: string): Promise<boolean> =>
  touchCase(ctx, found.record, {
    move: 'reopen',
    as: casePartiesOf(ctx.actor, found),
    lastReason: reason,
  })

/** The person is here again: the same file, the same code, with the reason. Never after a withdrawal without a new yes. */
export const reopenCase = verb({
  name: 'case.reopen',
  session: 'staff',
  roles: ['SUPERVISOR', 'SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER'],
  form: reopenForm,
  page: ({ code }) => `/cases/${code}/reopen`,
  scope: (ctx, { code }) => reopeningInReach(ctx, code, true),
  policy: (actor, found) => mayMove('reopen', actor, found),
  version: ({ record }) => record.version,
  overtaken: (ctx, { record }, reason) => overtakenCase(ctx, record, reason),
  audit: ({ code = '' }, found) => ({ type: 'case', id: code, caseId: found?.record.id ?? null }),
  apply: async (ctx, found, { reopenReason }) => {
    const { code: of } = found.record
    return (await reopen(ctx, found, reopenReason))
      ? { location: `/cases/${of}?done=reopened`, id: of, detail: { reason: reopenReason } }
      : { conflict: true }
  },
})
