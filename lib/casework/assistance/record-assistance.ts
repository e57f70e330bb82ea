import { daysAfter, isoDayOf } from '@/lib/base/time/days'
import { onCase } from '@/lib/casework/cases/on-case'
import { mayWorkOn } from '@/lib/casework/cases/policy'
import { touchCase } from '@/lib/casework/cases/touch-case'
import { verb } from '@/lib/platform/gate/verb'
import { assistanceForm } from './form'
import { writeAssistance } from './write-assistance'

/** Days before the case was opened that an assistance may carry: help often comes before the file. */
const earlier = 7

/** Direct help. It needs no consent and no finished registration: a no to a file is never a no to help. */
export const recordAssistance = verb({
  ...onCase,
  name: 'assistance.record',
  form: assistanceForm,
  page: ({ code }) => `/cases/${code}/assistance/new`,
  policy: (actor, reach) => mayWorkOn(actor, reach),
  apply: async (ctx, { record }, { sure, ...values }) => {
    if (values.givenOn > isoDayOf(ctx.actor.now)) return { invalid: { givenOn: 'in-future' } }
    if (values.givenOn < isoDayOf(daysAfter(record.openedAt, -earlier)))
      return { invalid: { givenOn: 'before-opening' } }
    const id = await writeAssistance(ctx, record, values)
    if (!id) return { invalid: { service: 'required' } }
    const kept = await touchCase(ctx, record, { contactOn: values.givenOn, acted: true })
    const location = `/cases/${record.code}/assistance?done=assistance`
    return kept
      ? { location, id, detail: { assistance: id, service: values.service, ...(sure && { sure }) } }
      : { conflict: true }
  },
})
