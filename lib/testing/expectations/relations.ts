import type { Person } from '../actors'
import type { CaseSpec } from '../factories/case-rows'

/**
 * How people stand to what they try to write, told again from the product's rules: no policy, trigger or rule file of the
 * application is used in this folder.
 */
export type Relation = 'lead' | 'member' | 'supervisor' | 'partner' | 'none'

const CASEWORKERS = ['SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER']

/** A supervisor is one of the case's office; where the case is restricted, only one who is named on it. */
export function relationTo(person: Person, one: CaseSpec): Relation {
  const capacities = one.members
    .filter(({ userId, ended }) => userId === person.id && !ended)
    .map(({ capacity }) => capacity)
  if (CASEWORKERS.includes(person.role)) {
    if (capacities.includes('LEAD')) return 'lead'
    return capacities.includes('MEMBER') ? 'member' : 'none'
  }
  if (person.role !== 'SUPERVISOR') return 'none'
  const supervises =
    one.sensitivity === 'S4' ? capacities.includes('NAMED_SUPERVISOR') : person.offices.includes(one.officeId)
  return supervises ? 'supervisor' : 'none'
}

export const isTeam = (relation: Relation): boolean => relation === 'lead' || relation === 'member'

/** States in which somebody still works on a case. */
export const WORKED_ON = ['DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE']
