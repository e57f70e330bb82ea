import { isForHousehold } from '@/lib/casework/assistance/believable'
import { reachOf } from '@/lib/casework/assistance/whom'
import type { Assistance, CaseFile } from '../demo/records'
import type { SeedRow } from './bulk'

/** Who pays for protection has a project of it (`app.projects`). */
const PROTECTION = ['CERF', 'AECID', 'OFDA']

const shared = (service: string): boolean => isForHousehold(service) || service === 'FOOD_RATION'

/** One line of help: food and household kits for everybody who is listed or was said, the rest for the person. */
export function helpRow({ case: { person, state } }: CaseFile, { on, byId, ...given }: Assistance): SeedRow {
  const listed = {
    person: person.id,
    // Before an answer nobody of the household is written down.
    others: state === 'DRAFT' ? [] : person.household.map(({ id }) => id),
    said: state === 'DRAFT' ? null : person.householdSize,
  }
  return {
    ...given,
    ...reachOf(shared(given.service) ? 'HOUSEHOLD' : 'PERSON', [], listed),
    projectId: PROTECTION.includes(given.donor) ? `${given.donor}_PROTECTION` : null,
    givenOn: on,
    givenBy: byId,
    recordedAt: `${on}T12:00:00Z`,
  }
}
