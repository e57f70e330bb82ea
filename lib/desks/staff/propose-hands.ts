import { daysAfter, isoDayOf, startOfDay } from '@/lib/base/time/days'
import type { Leave, StaffRow } from './colleagues-of-offices'

/** A case that is to get another lead. `members`: colleagues who are on it beside its lead. */
export type Given = {
  code: string
  officeId: string
  sensitivity: string
  leadId: string
  members: readonly string[]
  languages: readonly string[]
}
/** Why this colleague: already on the case, speaks the person's language, does the same work, or carries least. */
export type Why = 'member' | 'speaks' | 'discipline' | 'load'
export type Proposal = { to: string; why: Why }

/** Somebody who goes within this many days is not proposed. */
const SOON_DAYS = 7

/** The leave that keeps somebody from taking a case on `today` (YYYY-MM-DD). PURE. */
export const awayOn = (leaves: readonly Leave[], today: string): Leave | undefined =>
  leaves.find(({ from, to }) => to >= today && from <= isoDayOf(daysAfter(startOfDay(today), SOON_DAYS)))

/** Who may take a case at all: their office, not its lead; of a restricted case only who is on it already. PURE. */
export const ableFor = (given: Given, staff: readonly StaffRow[]): StaffRow[] =>
  staff.filter(
    ({ id, offices }) =>
      id !== given.leadId &&
      offices.includes(given.officeId) &&
      (given.sensitivity === 'S3' || given.members.includes(id)),
  )

/**
 * One proposal a case, the most pressing first as they come, each counted into the load of whoever gets it; none where nobody
 * can. PURE.
 */
export function proposeHands(
  cases: readonly Given[],
  staff: readonly StaffRow[],
  today: string,
): Map<string, Proposal> {
  const load = new Map(staff.map(({ id, led }) => [id, led]))
  const roleOf = new Map(staff.map(({ id, role }) => [id, role]))
  const proposals = new Map<string, Proposal>()
  for (const given of cases) {
    const able = ableFor(given, staff).filter(({ leaves }) => !awayOn(leaves, today))
    const whyOf = (one: StaffRow): Why => {
      if (given.members.includes(one.id)) return 'member'
      if (one.languages.some((language) => given.languages.includes(language))) return 'speaks'
      return one.role === roleOf.get(given.leadId) ? 'discipline' : 'load'
    }
    const rank: Record<Why, number> = { member: 0, speaks: 1, discipline: 2, load: 3 }
    const carried = ({ id }: StaffRow) => load.get(id) ?? 0
    const [best] = able.toSorted(
      (a, b) =>
        rank[whyOf(a)] - rank[whyOf(b)] || carried(a) - carried(b) || a.name.localeCompare(b.name, 'fr'),
    )
    if (!best) continue
    proposals.set(given.code, { to: best.id, why: whyOf(best) })
    load.set(best.id, carried(best) + 1)
  }
  return proposals
}
