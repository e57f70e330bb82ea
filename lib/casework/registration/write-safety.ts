import { liftsStop } from '@/lib/casework/cases/contact'
import { onPerson, standing, writePerson } from '@/lib/casework/cases/person-in-reach'
import { touchCase } from '@/lib/casework/cases/touch-case'
import { safetyForm } from '@/lib/casework/people/form'
import { safetyShown } from '@/lib/casework/people/shown-values'
import { verb } from '@/lib/platform/gate/verb'
import { afterPage, pageOf } from './next-page'

/** How fast, how to reach the person, whom never to tell. The risk sets the case's clocks. */
export const writeSafety = verb({
  ...onPerson,
  name: 'case.write-safety',
  form: safetyForm,
  page: pageOf('safety'),
  current: (ctx, { row, reach, identity }) =>
    standing(ctx, row, safetyShown({ ...row, identity }, reach.record.risk)),
  apply: async (ctx, found, values) => {
    const { risk, safeContact, withholdFrom, withholdReason, ...sealed } = values
    const withholds = withholdFrom.map((from) => ({ from, reason: withholdReason }))
    const written = await writePerson(ctx, found, {
      plain: { safeContact },
      sealed: { ...sealed, withholds },
    })
    const { record } = found.reach
    // Noted with the person, on this page and nowhere else: calling is safe again.
    const doNotContact = record.doNotContact && !liftsStop(safeContact)
    const same = risk === record.risk && doNotContact === record.doNotContact
    const kept = written && (same || (await touchCase(ctx, record, { risk, doNotContact })))
    return kept
      ? { location: afterPage(record.code, record.state, 'safety'), detail: { risk } }
      : { conflict: true }
  },
})
