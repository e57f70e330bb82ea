import { and, eq } from 'drizzle-orm'
import { people } from '../db/schema'
import { verb } from '../write/verb'
import { removeMemberForm } from './form'
import { pageOf } from './next-page'
import { onPerson } from './person-in-reach'

/** Takes away a household member entered by mistake. The person the case is about cannot be removed. */
export const removeMember = verb({
  ...onPerson,
  name: 'case.remove-household-member',
  form: removeMemberForm,
  page: pageOf('household'),
  apply: async ({ tx }, { reach }, { member }) => {
    const { id, code } = reach.record
    const gone = await tx
      .delete(people)
      .where(and(eq(people.id, member), eq(people.caseId, id), eq(people.standing, 'HOUSEHOLD')))
      .returning({ id: people.id })
    return gone.length === 1
      ? { location: `/cases/${code}/register/household#members`, detail: { member } }
      : { conflict: true }
  },
})
