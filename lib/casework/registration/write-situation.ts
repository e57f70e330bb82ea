import { standing, writePerson } from '@/lib/casework/cases/person-in-reach'
import { situationForm } from '@/lib/casework/people/form'
import { situationShown } from '@/lib/casework/people/shown-values'
import { withLooked } from '@/lib/casework/people/two-levels'
import { verb } from '@/lib/platform/gate/verb'
import { afterFacts } from './after-facts'
import { pageOf } from './next-page'
import { onAnswered } from './on-answered'

export const writeSituation = verb({
  ...onAnswered,
  name: 'case.write-situation',
  form: situationForm,
  page: pageOf('situation'),
  current: (ctx, { row, identity }) => standing(ctx, row, situationShown({ ...row, identity })),
  apply: async (ctx, found, { village, concernsUnsaid, moreConcern, moreNeed, ...said }) => {
    const plain = {
      ...said,
      concerns: withLooked('protection_concern', said.concerns, moreConcern),
      specificNeeds: withLooked('specific_need', said.specificNeeds, moreNeed),
    }
    const written = await writePerson(ctx, found, { plain, sealed: { village, concernsUnsaid } })
    return written ? { location: await afterFacts(ctx, found.reach.record, 'situation') } : { conflict: true }
  },
})
