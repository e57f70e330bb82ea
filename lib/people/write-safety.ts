import { touchCase } from '../cases/touch-case'
import { verb } from '../write/verb'
import { safetyForm } from './form'
import { afterPage, pageOf } from './next-page'
import { onPerson, writePerson } from './person-in-reach'

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
