import { standing, writePerson } from '@/lib/casework/cases/person-in-reach'
import { householdForm, memberForm } from '@/lib/casework/people/form'
import { householdShown } from '@/lib/casework/people/shown-values'
import { verb } from '@/lib/platform/gate/verb'
import { afterPage, pageOf } from './next-page'
import { onAnswered } from './on-answered'

export const writeHousehold = verb({
  ...onAnswered,
  name: 'case.write-household',
  form: householdForm,
  beside: [{ name: 'case.add-household-member', form: memberForm }],
  page: pageOf('household'),
  current: (ctx, { row, identity }) => standing(ctx, row, householdShown({ ...row, identity })),
  apply: async (ctx, found, values) => {
    const { caregiver, siblings, sizeUnsaid, careArrangement, separationCause, tracingStatus, ...counted } =
      values
    const written = await writePerson(ctx, found, {
      plain: {
        householdSize: counted.householdSize,
        // Nobody else lives there.
        householdRole: counted.householdRole || 'ALONE',
        careArrangement: careArrangement || null,
        separationCause: separationCause || null,
        tracingStatus: tracingStatus || null,
      },
      sealed: { caregiver, siblings, sizeUnsaid },
    })
    const { code, state } = found.reach.record
    return written ? { location: afterPage(code, state, 'household') } : { conflict: true }
  },
})
