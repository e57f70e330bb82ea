import { and, eq, inArray } from 'drizzle-orm'
import { linkForm } from '@/lib/casework/alerts/form'
import { overtakenAlert } from '@/lib/casework/alerts/overtaken'
import { mayTriage } from '@/lib/casework/alerts/policy'
import { lockAlert } from '@/lib/casework/alerts/scope'
import { settleAlert } from '@/lib/casework/alerts/settle-alert'
import type { AlertState } from '@/lib/casework/alerts/states'
import { LIVING } from '@/lib/casework/cases/state-lists'
import { touchCase } from '@/lib/casework/cases/touch-case'
import { within } from '@/lib/casework/cases/within'
import { parseCode } from '@/lib/casework/numbers/case-code'
import { cases } from '@/lib/platform/db/schema'
import { verb } from '@/lib/platform/gate/verb'

/** The person already has a case: the alert points there. */
export const linkAlert = verb({
  name: 'alert.link',
  session: 'staff',
  roles: ['SUPERVISOR'],
  form: linkForm,
  page: ({ id }) => `/alerts/${id}/link`,
  scope: (ctx, { id }) => lockAlert(ctx, id),
  policy: (actor, alert) => mayTriage(actor, { officeId: alert.officeId, state: alert.state as AlertState }),
  overtaken: overtakenAlert,
  version: (alert) => alert.version,
  audit: ({ id = '' }, alert) => ({ type: 'alert', id, caseId: alert?.caseId ?? null }),
  apply: async (ctx, alert, { candidate, caseCode }) => {
    // A code that was typed means more than one that was proposed.
    const code = parseCode(caseCode || candidate)
    if (!code) return { invalid: { caseCode: 'not-a-case' } }
    const [found] = await ctx.tx
      .select({ record: cases })
      .from(cases)
      .where(and(eq(cases.code, code), within(ctx.actor), inArray(cases.state, [...LIVING])))
    // A case out of sight and a code that does not exist get the same answer.
    if (!found) return { invalid: { caseCode: 'not-a-case' } }
    const moved = await settleAlert(ctx, alert, { state: 'LINKED', caseId: found.record.id })
    // The newest word counts: a person who says no now is not called, whatever was noted before.
    if (moved && alert.contactAgreed === 'NO' && !found.record.doNotContact)
      await touchCase(ctx, found.record, { doNotContact: true })
    return moved ? { location: `/cases/${code}?linked=1`, id: code } : { conflict: true }
  },
})
