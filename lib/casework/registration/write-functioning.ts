import { standing, writePerson } from '@/lib/casework/cases/person-in-reach'
import { answersOf, functioningOf } from '@/lib/casework/people/functioning'
import { functioningForm } from '@/lib/casework/people/functioning-form'
import { verb } from '@/lib/platform/gate/verb'
import { onAnswered } from './on-answered'

/** The six answers on functioning; what they mean is derived wherever it is read. */
export const writeFunctioning = verb({
  ...onAnswered,
  name: 'case.write-functioning',
  form: functioningForm,
  page: ({ code }) => `/cases/${code}/register/functioning`,
  current: (ctx, { row }) => standing(ctx, row, answersOf(row.functioning)),
  apply: async (ctx, found, answers) => {
    const written = await writePerson(ctx, found, { plain: { functioning: functioningOf(answers) } })
    const { code } = found.reach.record
    return written ? { location: `/cases/${code}/register/functioning?done=saved` } : { conflict: true }
  },
})
