import { verb } from '../write/verb'
import { householdForm } from './form'
import { afterPage, pageOf } from './next-page'
import { onPerson, writePerson } from './person-in-reach'

export const writeHousehold = verb({
  ...onPerson,
  name: 'case.write-household',
  form: householdForm,
  page: pageOf('household'),
  apply: async (ctx, found, { caregiver, ...plain }) => {
    const written = await writePerson(ctx, found, { plain, sealed: { caregiver } })
    const { code, state } = found.reach.record
    return written ? { location: afterPage(code, state, 'household') } : { conflict: true }
  },
})
