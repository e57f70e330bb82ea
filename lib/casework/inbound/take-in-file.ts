import { translator } from '@/lib/base/i18n/translate'
import { isoDayOf } from '@/lib/base/time/days'
import { against, readBundle } from '@/lib/casework/referrals/exchange/read-bundle'
import { verb } from '@/lib/platform/gate/verb'
import { allowed } from '@/lib/platform/gate/verdict'
import { fileForm } from './form'
import { cercleDoubts, keep } from './keep'
import { personOf } from './understood'

/**
 * A supervisor takes in whom a file of another agency refers to us. First the page shows what was understood, and nothing is changed; what it
 * carries on is read once more by the same rules, whoever sent it.
 */
export const takeInFile = verb({
  name: 'alert.take-in-file',
  session: 'staff',
  roles: ['SUPERVISOR'],
  form: fileForm,
  page: () => '/alerts/inbound/file',
  scope: async () => ({}),
  policy: () => allowed,
  audit: () => ({ type: 'alert', id: '' }),
  doubts: (ctx, _, { cercle }) => cercleDoubts(ctx, cercle),
  apply: async (ctx, _, { bundle, agency, cercle }) => {
    const { now, locale } = ctx.actor
    const today = isoDayOf(now)
    const read = readBundle(bundle)
    if (!read.ok || against(read.record, today).length > 0) return { invalid: { bundle: 'required' } }
    const { reference, facts } = read.record
    return keep(ctx, {
      ...personOf(read.record, today, { t: translator(locale), locale }),
      agency,
      cercle,
      urgency: String(facts.urgency),
      referred: { reference, service: String(facts.need), facts: { ...facts } },
    })
  },
})
