import { onPerson, writePerson } from '@/lib/casework/cases/person-in-reach'
import { touchCase } from '@/lib/casework/cases/touch-case'
import { safetyForm } from '@/lib/casework/people/form'
import { verb } from '@/lib/platform/gate/verb'
import { afterPage, pageOf } from './next-page'

/** How fast, how to reach the person, whom never to tell. The risk sets the case's clocks. */
export const writeSafety = verb({
  ...onPerson,
  name: 'case.write-safety',
  form: safetyForm,
  page: pageOf('safety'),
  apply: async (ctx, found, values) => {
    const { risk, safeContact, withholdFrom, withholdReason, ...sealed } = values
    const withholds = withholdFrom.map((from) => ({ from, reason: withholdReason }))
    const written = await writePerson(ctx, found, {
      plain: { safeContact },
      sealed: { ...sealed, withholds },
    })
    const { record } = found.reach
    const kept = written && (risk === record.risk || (await touchCase(ctx, record, { risk })))
    return kept
      ? { location: afterPage(record.code, record.state, 'safety'), detail: { risk } }
      : { conflict: true }
  },
})
