import { isUnsaid } from '@/lib/base/codes/codes'
import type { Known } from '@/lib/casework/tokens/facts'
import { type Filed, keepTokens } from '@/lib/casework/tokens/keep-tokens'
import type { Ctx } from '@/lib/platform/gate/verb'
import { compareElsewhere } from './compare-elsewhere'
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
  // Why it is not known is no place that two people share.
  cercle: originCercle !== null && isUnsaid(originCercle) ? null : originCercle,
  phone: [identity.phone, identity.contactDetail].filter(Boolean).join(' ; '),
  sex,
  birth: { date: identity.birthDate, year: birthYear, basis: ageBasis },
})

export const filedAs = ({ id, sensitivity }: { id: string; sensitivity: string }, known: Known): Filed => ({
  id,
  known,
  restricted: sensitivity === 'S4',
})

/** Everybody of a file whose name is known, each beside the others and from where the person of the file comes. PURE. */
export function filedPeople(people: readonly PersonView[]): Filed[] {
  const principal = people.find(({ standing }) => standing === 'PRINCIPAL')
  const named = people.filter(({ standing, identity }) => standing === 'PRINCIPAL' || identity.given !== '')
  return named.map((one) => {
    const household = people.filter(({ id }) => id !== one.id).flatMap(({ identity }) => identity.given || [])
    const from = { originCercle: principal?.originCercle ?? null }
    const identity = { ...one.identity, village: principal?.identity.village ?? '' }
    return filedAs(one, knownOf({ ...one, ...from, identity }, household))
  })
}

/** Files everybody of a case under the key of who may read it now: nothing of them changed, so nobody is compared. */
export const refilePeople = async (ctx: Ctx, caseId: string): Promise<void> =>
  keepTokens(ctx, filedPeople(await peopleOf(ctx, caseId)))

/**
 * Files everybody of a case anew, in the transaction that changed one of them, and has the person of the file compared in the
 * background with files out of reach.
 */
export async function fileCase(ctx: Ctx, caseId: string): Promise<void> {
  const people = await peopleOf(ctx, caseId)
  const filed = filedPeople(people)
  await keepTokens(ctx, filed)
  const principal = filed.find(({ id }) =>
    people.some((one) => one.id === id && one.standing === 'PRINCIPAL'),
  )
  if (principal) await compareElsewhere(ctx, principal)
}
