import { touchCase } from '@/lib/casework/cases/touch-case'
import { verb } from '@/lib/platform/gate/verb'
import { againIn } from './again-in'
import { cancelForm } from './form'
import { endLine, onLine } from './on-line'

/**
 * There was no such help. The line stays to be read and counts nowhere; what it had ended (care in time, a promise, the
 * first action) waits again, which the database sees to.
 */
export const cancelAssistance = verb({
  ...onLine,
  name: 'assistance.cancel',
  form: cancelForm,
  page: ({ code, id }) => `/cases/${code}/assistance/${id}/cancel`,
  apply: async (ctx, { record, line }, { cancelReason }) => {
    await endLine(ctx, line, { reason: cancelReason })
    const kept = await touchCase(ctx, await againIn(ctx, record), {})
    const detail = { assistance: line.id, reason: cancelReason, service: line.service }
    return kept
      ? { location: `/cases/${record.code}/assistance?done=assistance-cancelled`, id: line.id, detail }
      : { conflict: true }
  },
})
