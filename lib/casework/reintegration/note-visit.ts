import { randomUUID } from 'node:crypto'
import type { FieldErrors } from '@/lib/base/forms/form'
import { touchCase } from '@/lib/casework/cases/touch-case'
import { grantVisits } from '@/lib/platform/db/schema'
import { verb } from '@/lib/platform/gate/verb'
import { visitForm } from './form'
import { oneGrant, onPath } from './in-reach'
import { mayVisit } from './policy'
import type { Grant } from './queries'

/** At these the person was not met. */
const UNSEEN: readonly string[] = ['NOT_FOUND', 'MOVED_AWAY']

/** What stands against a visit: that one was made already, or a day before anything was handed over. PURE. */
export function visitErrors({ deliveries, visits }: Grant, visit: string, on: string): FieldErrors {
  const first = deliveries.map(({ deliveredOn }) => deliveredOn).toSorted()[0] ?? ''
  return {
    ...(visit !== 'EXTRA' && visits.some((one) => one.visit === visit) && { visit: 'made-already' }),
    ...(on < first && { visitedOn: 'before-delivery' }),
  }
}

/** How the activity goes, and what follows from it: that becomes work of the team. */
export const noteVisit = verb({
  name: 'return.visit',
  ...onPath,
  form: visitForm,
  page: ({ code }, { grant }) => `/cases/${code}/return/visit${grant ? `?grant=${grant}` : ''}`,
  scope: (ctx, { code }, { grant }) => oneGrant(ctx, { code, id: grant }),
  policy: (actor, found) => mayVisit(actor, found),
  apply: async (ctx, { reach: { record }, grant }, { visit, visitedOn, outcome, follow, next }) => {
    if (!grant) return { conflict: true }
    const invalid = visitErrors(grant, visit, visitedOn)
    if (Object.keys(invalid).length > 0) return { invalid }
    const id = randomUUID()
    await ctx.tx.insert(grantVisits).values({
      id,
      caseId: record.id,
      officeId: record.officeId,
      sensitivity: record.sensitivity,
      grantId: grant.id,
      visit,
      visitedOn,
      outcome,
      follow,
      visitedBy: ctx.actor.userId,
      notedAt: ctx.actor.now,
    })
    const met = !UNSEEN.includes(outcome)
    const kept = await touchCase(ctx, record, { acted: true, ...(met && { contactOn: visitedOn }) })
    const location =
      next === 'SHEET'
        ? `/cases/${record.code}/assessments/REINT_VISIT/fill?visit=${id}`
        : `/cases/${record.code}/return?done=grant-visited`
    return kept ? { location, id, detail: { visit, outcome } } : { conflict: true }
  },
})
