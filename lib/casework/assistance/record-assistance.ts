import { onCase } from '@/lib/casework/cases/on-case'
import { mayWorkOn } from '@/lib/casework/cases/policy'
import { touchCase } from '@/lib/casework/cases/touch-case'
import { verb } from '@/lib/platform/gate/verb'
import { assistanceForm } from './form'
import { judgeLine } from './judge-line'
import { isKind, kindOf } from './kinds'
import { writeLine } from './write-line'

/** Direct help. It needs no consent and no finished registration: a no to a file is never a no to help. */
export const recordAssistance = verb({
  ...onCase,
  name: 'assistance.record',
  form: assistanceForm,
  page: ({ code }, { service, kind }) => {
    const heading = service ? kindOf(service) : kind
    return `/cases/${code}/assistance/new${isKind(heading) ? `?kind=${heading}` : ''}`
  },
  policy: (actor, reach) => mayWorkOn(actor, reach),
  doubts: async (ctx, { record }, values) => {
    const judged = await judgeLine(ctx, record, values)
    return 'errors' in judged ? judged.errors : {}
  },
  apply: async (ctx, { record }, values) => {
    const judged = await judgeLine(ctx, record, values)
    if ('errors' in judged) return { invalid: judged.errors }
    const id = await writeLine(ctx, record, { ...values, ...judged.line })
    const kept = await touchCase(ctx, record, { contactOn: values.givenOn, acted: true })
    const { service, sure, again } = values
    const detail = { assistance: id, service, ...(sure && { sure }), ...(again && { again }) }
    return kept
      ? { location: `/cases/${record.code}/assistance?done=assistance`, id, detail }
      : { conflict: true }
  },
})
