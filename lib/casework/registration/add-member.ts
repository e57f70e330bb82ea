import { randomUUID } from 'node:crypto'
import { fileCase } from '@/lib/casework/people/filed'
import { householdForm, memberForm } from '@/lib/casework/people/form'
import { noIdentity } from '@/lib/casework/people/identity'
import { sealIdentity } from '@/lib/casework/people/sealed-identity'
import { people } from '@/lib/platform/db/schema'
import { verb } from '@/lib/platform/gate/verb'
import { pageOf } from './next-page'
import { onAnswered } from './on-answered'

/** Somebody of the household: no more than a given name, sex, age and role. */
export const addMember = verb({
  ...onAnswered,
  name: 'case.add-household-member',
  form: memberForm,
  beside: [{ name: 'case.write-household', form: householdForm }],
  page: pageOf('household'),
  apply: async (ctx, { reach, key }, values) => {
    const { tx, actor } = ctx
    const { id: caseId, officeId, sensitivity, code } = reach.record
    const id = randomUUID()
    await tx.insert(people).values({
      id,
      caseId,
      officeId,
      sensitivity,
      standing: 'HOUSEHOLD',
      householdRole: values.memberRole,
      sex: values.memberSex,
      birthYear: values.memberAge === null ? null : actor.now.getUTCFullYear() - values.memberAge,
      ageBasis: values.memberAge === null ? null : 'STATED',
      keyId: key.id,
      identity: sealIdentity(key, id, {
        ...noIdentity,
        given: values.memberGiven,
        ageUnsaid: values.ageUnsaid,
      }),
    })
    if (values.memberGiven) await fileCase(ctx, caseId)
    return { location: `/cases/${code}/register/household#members`, detail: { member: id } }
  },
})
