import { touchCase } from '@/lib/casework/cases/touch-case'
import { verb } from '@/lib/platform/gate/verb'
import { againIn } from './again-in'
import { correctionForm } from './form'
import { judgeLine } from './judge-line'
import { endLine, onLine } from './on-line'
import { writeLine } from './write-line'

/** The line as it should have been. The one before stays to be read, with who, when and why; only the newest counts. */
export const correctAssistance = verb({
  ...onLine,
  name: 'assistance.correct',
  form: correctionForm,
  page: ({ code, id }) => `/cases/${code}/assistance/${id}/correct`,
  doubts: async (ctx, { record, line }, values) => {
    const judged = await judgeLine(ctx, record, values, line)
    return 'errors' in judged ? judged.errors : {}
  },
  apply: async (ctx, { record, line }, { correctReason, ...values }) => {
    const judged = await judgeLine(ctx, record, values, line)
    if ('errors' in judged) return { invalid: judged.errors }
    const id = await writeLine(ctx, record, { ...values, ...judged.line })
    await endLine(ctx, line, { reason: correctReason, by: id })
    const kept = await touchCase(ctx, await againIn(ctx, record), { contactOn: values.givenOn, acted: true })
    const detail = { assistance: line.id, now: id, reason: correctReason, service: values.service }
    return kept
      ? { location: `/cases/${record.code}/assistance?done=assistance-corrected`, id, detail }
      : { conflict: true }
  },
})
