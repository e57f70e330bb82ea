import type { FieldErrors } from '@/lib/base/forms/form'
import { linkForm } from '@/lib/casework/alerts/form'
import { heldAlert } from '@/lib/casework/alerts/held-alert'
import { overtakenAlert } from '@/lib/casework/alerts/overtaken'
import { mayTriage } from '@/lib/casework/alerts/policy'
import { lockAlert } from '@/lib/casework/alerts/scope'
import { settleAlert } from '@/lib/casework/alerts/settle-alert'
import type { AlertState } from '@/lib/casework/alerts/states'
import { mayMove } from '@/lib/casework/cases/policy'
import { type CaseInReach, type CaseRow, caseInReach } from '@/lib/casework/cases/scope'
import { LIVING } from '@/lib/casework/cases/state-lists'
import { touchCase } from '@/lib/casework/cases/touch-case'
import { consentsOf } from '@/lib/casework/consents/queries'
import { saidYes } from '@/lib/casework/consents/said-yes'
import { type Ctx, verb } from '@/lib/platform/gate/verb'

/** The person already has a case: the alert points there. */
export const linkAlert = verb({
  name: 'alert.link',
  session: 'staff',
  roles: ['SUPERVISOR'],
  form: linkForm,
  page: ({ id }) => `/alerts/${id}/link`,
  scope: (ctx, { id }) => lockAlert(ctx, id),
  policy: (actor, alert) => mayTriage(actor, { officeId: alert.officeId, state: alert.state as AlertState }),
  held: (ctx, alert) => heldAlert(ctx, alert),
  overtaken: overtakenAlert,
  version: (alert) => alert.version,
  audit: ({ id = '' }, alert) => ({ type: 'alert', id, caseId: alert?.caseId ?? null }),
  apply: async (ctx, alert, { candidate, caseCode, reopenReason }) => {
    // A code that was typed means more than one that was proposed.
    const found = await caseInReach(ctx, caseCode || candidate, true)
    // A case out of sight and a code that does not exist get the same answer.
    if (!found) return { invalid: { caseCode: 'not-a-case' } }
    const again = await openAgain(ctx, found, reopenReason)
    if ('invalid' in again) return again
    const { record } = again
    const moved = await settleAlert(ctx, alert, { state: 'LINKED', caseId: record.id })
    // The newest word counts: a person who says no now is not called, whatever was noted before.
    if (moved && alert.contactAgreed === 'NO' && !record.doNotContact)
      await touchCase(ctx, record, { doNotContact: true })
    const { code } = record
    return moved ? { location: `/cases/${code}?linked=1`, id: code } : { conflict: true }
  },
})

type Again = { record: CaseRow } | { invalid: FieldErrors }

/** A person who comes back after their case was closed has no second file: theirs is opened again, and the reason is said. */
async function openAgain(ctx: Ctx, found: CaseInReach, reason: string | undefined): Promise<Again> {
  const { record } = found
  if (LIVING.some((state) => state === record.state)) return { record }
  const agreed = saidYes(await consentsOf(ctx, record.id))
  const verdict = mayMove('reopen', ctx.actor, { ...found, agreed })
  if (!verdict.allowed)
    return { invalid: { caseCode: verdict.reason === 'case-withdrawn' ? 'withdrawn' : 'not-a-case' } }
  if (!reason) return { invalid: { reopenReason: 'required' } }
  const moved = await touchCase(ctx, record, { move: 'reopen', as: ['supervisor'], lastReason: reason })
  const now = moved && (await caseInReach(ctx, record.code, true))
  if (!now) throw new Error('a locked case did not open')
  return now
}
