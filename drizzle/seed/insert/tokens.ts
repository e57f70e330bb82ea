import { knownOf } from '@/lib/casework/people/filed'
import { noIdentity } from '@/lib/casework/people/identity'
import { tokensFor } from '@/lib/casework/tokens/make-tokens'
import { type CaseFile, officeOf } from '../demo/records'
import type { SeedRow } from './bulk'
import { identityOf } from './people'

/** Under what everybody of the file is found: each beside the others, and from where the person of the file comes. */
export function tokenRows(file: CaseFile): SeedRow[] {
  const { id: caseId, person, sensitivity, state } = file.case
  const restricted = sensitivity === 'S4'
  const identity = identityOf(file.case)
  const everybody = [
    { ...person, identity },
    ...person.household.map((one) => ({
      ...one,
      ageBasis: 'STATED',
      identity: { ...noIdentity, given: one.given, family: one.family, village: identity.village },
    })),
  ]
  const names = everybody.map(({ id, identity }) => ({ id, given: identity.given }))
  return everybody.flatMap((one) => {
    if (one.identity.given === '' && one.id !== person.id) return []
    const others = names.flatMap(({ id, given }) => (id === one.id || !given ? [] : [given]))
    const known = knownOf({ ...one, originCercle: state === 'DRAFT' ? null : person.originCercle }, others)
    const tokens = tokensFor(one.id, known, restricted ? 'restricted' : 'open').map(String)
    const row = { personId: one.id, caseId, tokens }
    return tokens.length === 0 ? [] : [restricted ? row : { ...row, officeId: officeOf(file), sensitivity }]
  })
}
