import { type Identity, noIdentity } from '@/lib/casework/people/identity'
import { sealIdentity } from '@/lib/casework/people/sealed-identity'
import type { OpenKey } from '@/lib/platform/vault/seal'
import { type Case, type CaseFile, ownerOf, type Person } from '../demo/records'
import type { SeedRow } from './bulk'

/** The people of one file: who it is about and, once they have answered, their household. */
export function personRows(file: CaseFile, key: OpenKey): SeedRow[] {
  const { case: record } = file
  const { person } = record
  const shared = {
    ...ownerOf(file),
    keyId: key.id,
    version: 1,
  }
  const principal = {
    ...shared,
    id: person.id,
    standing: 'PRINCIPAL',
    householdRole: person.householdRole,
    sex: person.sex,
    birthYear: person.birthYear,
    ageBasis: person.ageBasis,
    nationalities: [person.nationality],
    displacementStatus: person.displacementStatus,
    originCercle: person.originCercle,
    documentStatus: person.documentStatus,
    languages: person.languages,
    specificNeeds: person.specificNeeds,
    concerns: person.concerns,
    safeContact: person.safeContact.mode,
    householdSize: person.householdSize,
    identity: sealIdentity(key, person.id, identityOf(record)),
  }
  const others = person.household.map((member) => ({
    ...principal,
    ...shared,
    id: member.id,
    standing: 'HOUSEHOLD',
    householdRole: member.role,
    sex: member.sex,
    birthYear: member.birthYear,
    ageBasis: 'STATED',
    documentStatus: null,
    languages: [],
    specificNeeds: [],
    concerns: [],
    safeContact: null,
    householdSize: null,
    identity: sealIdentity(key, member.id, {
      ...noIdentity,
      given: member.given,
      family: member.family,
    }),
  }))
  // Before an answer nothing of the person is kept that the alert did not say.
  return record.state === 'DRAFT' ? [{ ...principal, ...onlyOfTheAlert(person) }] : [principal, ...others]
}

const onlyOfTheAlert = ({ ageBasis }: Person) => ({
  householdRole: null,
  ageBasis: ageBasis === 'DOC' ? 'STATED' : 'ESTIMATE',
  displacementStatus: null,
  originCercle: null,
  documentStatus: null,
  languages: [],
  specificNeeds: [],
  concerns: [],
  safeContact: null,
  householdSize: null,
})

/** What is sealed of the person of a file; before an answer no more than the name that the alert said. */
export function identityOf({ state, person }: Case): Identity {
  if (state === 'DRAFT') return { ...noIdentity, given: person.given, family: person.family }
  return {
    ...noIdentity,
    given: person.given,
    family: person.family,
    alias: person.alias ?? '',
    birthDate: person.birthDate ?? '',
    phone: person.phone ?? '',
    contactDetail: person.safeContact.detail,
    village: person.village ?? '',
    motherName: person.motherName ?? '',
    withholds: person.withholds,
  }
}
