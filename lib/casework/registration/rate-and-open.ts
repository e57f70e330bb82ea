import { mayLead } from '@/lib/casework/cases/policy'
import { verb } from '@/lib/platform/gate/verb'
import { denied } from '@/lib/platform/gate/verdict'
import { mayFinish, openDraft, openedAt, withConsents } from './finish-registration'
import { afterPage } from './next-page'
import { onAnswered } from './on-answered'
import { writeSafety } from './write-safety'

/**
 * The last page, and with it the registration: one press where nothing keeps the draft shut. Where something does, the
 * page is saved all the same and the overview says what; where a file may be of the same person, that is asked first.
 */
export const rateAndOpen = verb({
  ...writeSafety,
  name: 'case.rate-and-open',
  policy: (actor, found) => {
    const verdict = onAnswered.policy(actor, found)
    if (!verdict.allowed) return verdict
    if (found.reach.record.state !== 'DRAFT') return denied('already-registered')
    return mayLead(actor, found.reach)
  },
  apply: async (ctx, found, values) => {
    const written = await writeSafety.apply(ctx, found, values)
    const { code, state } = found.reach.record
    if (!('location' in written) || written.location !== afterPage(code, state, 'safety')) return written
    const reach = await withConsents(ctx, { code })
    if (!reach || !mayFinish(ctx.actor, reach).allowed) return written
    return (await openDraft(ctx, reach)) ? { ...written, ...openedAt(code) } : { conflict: true }
  },
})
