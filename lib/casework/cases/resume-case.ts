import { verb } from '@/lib/platform/gate/verb'
import { finishForm } from './form'
import { onCase } from './on-case'
import { mayMove } from './policy'
import { touchCase } from './touch-case'

/** The work goes on: the clocks run again from where they rested. */
export const resumeCase = verb({
  name: 'case.resume',
  ...onCase,
  form: finishForm,
  page: ({ code }) => `/cases/${code}`,
  policy: (actor, reach) => mayMove('resume', actor, reach),
  version: ({ record }) => record.version,
  apply: async (ctx, { record }) => {
    const moved = await touchCase(ctx, record, { move: 'resume' })
    return moved ? { location: `/cases/${record.code}?done=resumed`, id: record.code } : { conflict: true }
  },
})
