import { daysAfter, isoDayOf } from '@/lib/base/time/days'
import { finishForm } from '@/lib/casework/cases/form'
import { overtakenCase } from '@/lib/casework/cases/overtaken'
import { isWithdrawn } from '@/lib/casework/cases/states'
import { touchCase } from '@/lib/casework/cases/touch-case'
import { transitionOf } from '@/lib/casework/cases/transitions'
import { OPEN } from '@/lib/casework/referrals/machine/states'
import type { Actor } from '@/lib/platform/access/actor'
import { verb } from '@/lib/platform/gate/verb'
import { allowed, denied, type Verdict } from '@/lib/platform/gate/verdict'
import { type CaseWork, caseWorkInReach } from './case-work'

/** How long a file that the person ended is kept after it was closed. The page says it to them. */
export const WITHDRAWN_KEPT_DAYS = 30

/** Referrals under way hold a closing back, unless the person has ended the file: then what goes on goes on without us. */
export const blockersOf = ({ found, all }: CaseWork) =>
  isWithdrawn(found.record) ? [] : all.filter(({ state }) => OPEN.includes(state))

/** A supervisor who may decide on the case and did not ask for it. PURE. */
export function mayClose(actor: Actor, work: CaseWork): Verdict {
  const { record, capacities } = work.found
  const decides =
    actor.role === 'SUPERVISOR' &&
    (record.sensitivity === 'S4'
      ? capacities.includes('NAMED_SUPERVISOR')
      : actor.offices.includes(record.officeId))
  if (!decides) return denied('case-supervisor-only')
  if (!transitionOf(record.state, 'close')) return denied('case-not-to-close')
  if (record.closureAskedBy === actor.userId) return denied('case-own-closure')
  return blockersOf(work).length > 0 ? denied('case-open-referrals') : allowed
}

/** The file ends. Somebody else than whoever asked decides it. */
export const closeCase = verb({
  name: 'case.close',
  session: 'staff',
  roles: ['SUPERVISOR'],
  form: finishForm,
  page: ({ code }) => `/cases/${code}/close`,
  scope: (ctx, { code }) => caseWorkInReach(ctx, code, true),
  policy: (actor, work) => mayClose(actor, work),
  version: ({ found }) => found.record.version,
  overtaken: (ctx, { found }, reason) => overtakenCase(ctx, found.record, reason),
  audit: ({ code = '' }, work) => ({ type: 'case', id: code, caseId: work?.found.record.id ?? null }),
  apply: async (ctx, { found: { record } }) => {
    const eraseOn = isWithdrawn(record) ? isoDayOf(daysAfter(ctx.actor.now, WITHDRAWN_KEPT_DAYS)) : null
    const moved = await touchCase(ctx, record, { move: 'close', eraseOn })
    return moved ? { location: `/cases/${record.code}?done=closed`, id: record.code } : { conflict: true }
  },
})
