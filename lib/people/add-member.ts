import { randomUUID } from 'node:crypto'
import { people } from '../db/schema'
import { sealJson } from '../vault/seal'
import { verb } from '../write/verb'
import { memberForm } from './form'
import { identityPlace, noIdentity } from './identity'
import { pageOf } from './next-page'
import { onPerson } from './person-in-reach'

/** Somebody of the household: no more than a given name, sex, age and role. */
export const addMember = verb({
  ...onPerson,
  name: 'case.add-household-member',
  form: memberForm,
  page: pageOf('household'),
  apply: async ({ tx, actor }, { reach, key }, values) => {
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
      birthYear: actor.now.getUTCFullYear() - values.memberAge,
      ageBasis: 'STATED',
      keyId: key.id,
      identity: sealJson(key, identityPlace(id), { ...noIdentity, given: values.memberGiven }),
    })
    return { location: `/cases/${code}/register/household#members`, detail: { member: id } }
  },
})
