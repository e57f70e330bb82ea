import { tick } from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
import { asksRisk } from '@/lib/casework/cases/closure-book'
import { overtakenCase } from '@/lib/casework/cases/overtaken'
import { touchCase } from '@/lib/casework/cases/touch-case'
import { heldByOther } from '@/lib/casework/tasks/waiting-item'
import { verb } from '@/lib/platform/gate/verb'
import { type Blocker, isForDecider } from './blockers'
import { keptIfClosed } from './closing'
import { closingInReach, decide, mayClose } from './decide-closing'

/** `seen`: the danger or the risk was read, where there is one. */
export const closeForm = form({ noun: 'cases', fields: { seen: tick() } })

/** Whether whoever decides has to say that they read the risk. PURE. */
export const asksSeen = (reason: string | null, blockers: readonly Blocker[]): boolean =>
  asksRisk(reason ?? '') || blockers.some(isForDecider)

/** The file ends. Somebody else than whoever asked decides it, and the day of its erasure is set. */
export const closeCase = verb({
  name: 'case.close',
  session: 'staff',
  roles: ['SUPERVISOR'],
  form: closeForm,
  page: ({ code }) => `/cases/${code}/close`,
  scope: (ctx, { code }) => closingInReach(ctx, code),
  policy: (actor, found) => mayClose(actor, found),
  held: (ctx, { reach }) => heldByOther(ctx, reach.record.id),
  version: ({ reach }) => reach.record.version,
  overtaken: (ctx, { reach }, reason) => overtakenCase(ctx, reach.record, reason),
  audit: ({ code = '' }, found) => ({ type: 'case', id: code, caseId: found?.reach.record.id ?? null }),
  apply: async (ctx, { reach: { record }, blockers, settings, row, identity }, { seen }) => {
    if (asksSeen(record.closureReason, blockers) && !seen) return { invalid: { seen: 'required' } }
    const kept = keptIfClosed(record, { person: { ...row, identity }, settings, now: ctx.actor.now })
    await decide(ctx, record.id, { decided: 'CLOSED' })
    const moved = await touchCase(ctx, record, {
      move: 'close',
      eraseOn: kept.eraseOn,
      retentionClass: kept.class,
    })
    if (!moved) throw new Error('a locked case did not move')
    return {
      location: `/cases/${record.code}?done=closed`,
      id: record.code,
      detail: { reason: record.closureReason, retention: kept.class },
    }
  },
})
