import { sql } from 'drizzle-orm'
import { carried } from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
import { uuid } from '@/lib/base/forms/uuid'
import { directory } from '@/lib/casework/services/queries'
import { inReachedCase, placeOf } from '@/lib/casework/staff/reach'
import { openTask } from '@/lib/casework/tasks/open-task'
import { placeField, queueAfter } from '@/lib/casework/tasks/queue-place'
import type { Actor } from '@/lib/platform/access/actor'
import { type Ctx, verb } from '@/lib/platform/gate/verb'
import { denied, type Verdict } from '@/lib/platform/gate/verdict'
import { isSilent } from '../machine/due'
import type { ReferralInReach } from '../reach/scope'
import { judged, partyFor } from '../sharing/judged'
import { endShares } from '../sharing/seal-payload'
import { decision } from './decide-referral'
import { moveReferral } from './move-referral'
import { type Attempt, attemptsJson, nextAfter } from './next-referral'

export const rerouteForm = form({ noun: 'queue', fields: { entry: carried(uuid()), kind: placeField() } })

/** Only what its agency left without an answer beyond its limit, on a case that is worked on. PURE. */
export function mayReroute(actor: Actor, found: ReferralInReach): Verdict {
  const verdict = judged('cancel').policy(actor, found)
  if (!verdict.allowed) return verdict
  if (!isSilent(found.referral, actor.now)) return denied('not-silent')
  return found.caseState === 'OPEN' ? verdict : denied('referral-CASE_NOT_OPEN')
}

/**
 * One press after silence: the referral is recalled with the reason "no answer", its agency reads nothing from here on, and
 * whoever leads the case has the task to ask the person for the provider that was chosen. The next one begins, filled, with
 * the answer: nobody prepares anything for a recipient of whom the person was not asked.
 */
export const rerouteReferral = verb({
  ...decision('cancel'),
  policy: mayReroute,
  name: 'referral.reroute',
  form: rerouteForm,
  page: ({ id }, { kind }) => queueAfter(kind, `item=${id}`),
  apply: async (ctx, found, { entry, kind }) => {
    const { referral } = found
    const chosen = await offeredEntry(ctx, found, entry)
    if (!chosen) return { conflict: true }
    const party = partyFor({ verb: 'cancel' }, ctx.actor, found)
    if (!(await moveReferral(ctx, referral, { verb: 'cancel', party, reason: 'NO_ANSWER' })))
      return { conflict: true }
    await endShares(ctx, referral.id)
    await ctx.tx.execute(sql`select jobs.cancel('send-referral', ${referral.id})`)
    await openTask(ctx, {
      kind: 'ASK_NEXT',
      subject: { type: 'referral', id: referral.id },
      holder: chosen.lead,
      within: referral.priority === 'EMERGENCY' ? 'referral.ask-next.EMERGENCY' : 'referral.ask-next',
      reason: chosen.partner,
    })
    return {
      location: queueAfter(kind, `rerouted=${referral.id}`),
      id: referral.id,
      detail: { partner: chosen.partner },
    }
  },
})

/** The agency of this entry, if it is offered after this one by the rule of the page that names it; and who leads the case. */
async function offeredEntry(ctx: Ctx, { referral }: ReferralInReach, entry: string) {
  const { id, caseId, officeId: office, service } = referral
  const [row] = await ctx.tx.execute<{
    attempts: Attempt[] | null
    cercle: string | null
    lead: string | null
  }>(
    sql`select ${attemptsJson(ctx.actor, caseId)} as attempts, c.cercle, c.lead_id as lead
      from app.cases c where c.id = ${caseId} and ${inReachedCase(ctx.actor, placeOf('c', 'id'))}`,
  )
  if (!row) return undefined
  const entries = await directory(ctx, { office, service })
  const next = nextAfter(id, {
    attempts: row.attempts ?? [],
    entries,
    cercle: row.cercle ?? '',
    now: ctx.actor.now,
  })
  const partner = next?.offered.find((one) => one.id === entry)?.partner
  return partner === undefined ? undefined : { partner, lead: row.lead }
}
