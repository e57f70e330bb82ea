import { and, eq } from 'drizzle-orm'
import { onPerson } from '@/lib/casework/cases/person-in-reach'
import { fileCase } from '@/lib/casework/people/filed'
import { householdForm, memberForm, removeMemberForm } from '@/lib/casework/people/form'
import { people } from '@/lib/platform/db/schema'
import { verb } from '@/lib/platform/gate/verb'
import { pageOf } from './next-page'

/** Takes away a household member entered by mistake. The person the case is about cannot be removed. */
export const removeMember = verb({
  ...onPerson,
  name: 'case.remove-household-member',
  form: removeMemberForm,
  beside: [
    { name: 'case.write-household', form: householdForm },
    { name: 'case.add-household-member', form: memberForm },
  ],
  page: pageOf('household'),
  apply: async (ctx, { reach }, { member }) => {
    const { id, code } = reach.record
    const gone = await ctx.tx
      .delete(people)
      .where(and(eq(people.id, member), eq(people.caseId, id), eq(people.standing, 'HOUSEHOLD')))
      .returning({ id: people.id })
    // The others are found beside whom they live with.
    if (gone.length === 1) await fileCase(ctx, id)
    return gone.length === 1
      ? { location: `/cases/${code}/register/household#members`, detail: { member } }
      : { conflict: true }
  },
})
