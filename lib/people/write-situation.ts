import { verb } from '../write/verb'
import { situationForm } from './form'
import { afterPage, pageOf } from './next-page'
import { onPerson, writePerson } from './person-in-reach'

export const writeSituation = verb({
  ...onPerson,
  name: 'case.write-situation',
  form: situationForm,
  page: pageOf('situation'),
  apply: async (ctx, found, { village, ...plain }) => {
    const written = await writePerson(ctx, found, { plain, sealed: { village } })
    const { code, state } = found.reach.record
    return written ? { location: afterPage(code, state, 'situation') } : { conflict: true }
  },
})
