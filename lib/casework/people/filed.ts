import type { Known } from '@/lib/casework/tokens/facts'
import { type Filed, keepTokens } from '@/lib/casework/tokens/keep-tokens'
import type { Ctx } from '@/lib/platform/gate/verb'
import type { Identity } from './identity'
import { type PersonView, peopleOf } from './queries'

type Row = { sex: string; birthYear: number | null; ageBasis: string | null; originCercle: string | null }

/** Under what somebody is found; `household`: the given names of the others of their file. PURE. */
export const knownOf = (
  { identity, sex, birthYear, ageBasis, originCercle }: Row & { identity: Identity },
  household: readonly string[] = [],
): Known => ({
  given: identity.given,
  family: identity.family,
  alias: identity.alias,
  mother: identity.motherName,
  household,
  village: identity.village,
  cercle: originCercle,
  phone: [identity.phone, identity.contactDetail].filter(Boolean).join(' ; '),
  sex,
  birth: { date: identity.birthDate, year: birthYear, basis: ageBasis },
})

export const filedAs = ({ id, sensitivity }: { id: string; sensitivity: string }, known: Known): Filed => ({
  id,
  known,
  restricted: sensitivity === 'S4',
})

/** Everybody of a file, each found beside the others; of the household only those whose name is known. PURE. */
export function filedPeople(people: readonly PersonView[]): Filed[] {
  const named = people.filter(({ standing, identity }) => standing === 'PRINCIPAL' || identity.given !== '')
  return named.map((one) => {
    const others = people.filter(({ id }) => id !== one.id).map(({ identity }) => identity.given)
    // Somebody of the household is found by name: what tells two people apart is known of the person of the file alone.
    const known = one.standing === 'PRINCIPAL' ? knownOf(one, others.filter(Boolean)) : knownOf(one)
    return filedAs(one, known)
  })
}

/** Files everybody of a case anew, in the transaction that changed one of them. */
export async function fileCase(ctx: Ctx, caseId: string): Promise<void> {
  await keepTokens(ctx, filedPeople(await peopleOf(ctx, caseId)))
}
