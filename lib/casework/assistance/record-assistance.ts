import { randomUUID } from 'node:crypto'
import { unitOf } from '@/lib/base/codes/codes'
import { daysAfter, isoDayOf } from '@/lib/base/time/days'
import { meetCare } from '@/lib/casework/cases/care'
import { onCase } from '@/lib/casework/cases/on-case'
import { mayWorkOn } from '@/lib/casework/cases/policy'
import { touchCase } from '@/lib/casework/cases/touch-case'
import { assistance } from '@/lib/platform/db/schema'
import { verb } from '@/lib/platform/gate/verb'
import { assistanceForm } from './form'

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
    const { tx, actor } = ctx
    if (values.givenOn > isoDayOf(actor.now)) return { invalid: { givenOn: 'in-future' } }
    if (values.givenOn < isoDayOf(daysAfter(record.openedAt, -earlier)))
      return { invalid: { givenOn: 'before-opening' } }
    const unit = unitOf(values.service)
    if (!unit) return { invalid: { service: 'required' } }
    const { id: caseId, officeId, sensitivity } = record
    const id = randomUUID()
    await tx
      .insert(assistance)
      .values({ ...values, id, caseId, officeId, sensitivity, unit, givenBy: actor.userId })
    await meetCare(ctx, caseId, { by: 'help', service: values.service })
    const kept = await touchCase(ctx, record, { contactOn: values.givenOn, acted: true })
    const location = `/cases/${record.code}/assistance?done=assistance`
    return kept
      ? { location, id, detail: { assistance: id, service: values.service, ...(sure && { sure }) } }
      : { conflict: true }
  },
})
