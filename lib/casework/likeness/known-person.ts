import { filedPeople } from '@/lib/casework/people/filed'
import type { PersonView } from '@/lib/casework/people/queries'
import type { Known } from '@/lib/casework/tokens/facts'

/** What is known of the person a file is about, beside whom they live with. PURE. */
export function knownPerson(people: readonly PersonView[]): Known {
  const principal = people.find(({ standing }) => standing === 'PRINCIPAL')
  return filedPeople(people).find(({ id }) => id === principal?.id)?.known ?? {}
}
