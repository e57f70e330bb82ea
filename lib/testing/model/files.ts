import type { Name, Office } from './people'

/**
 * The model: what the rulings say of a case file, its team, the person's answers and the files that are one person, as plain
 * values. Nothing of the application's rules, tables or queries is used here.
 */
export type State = 'DRAFT' | 'OPEN' | 'ON_HOLD' | 'PENDING_CLOSURE' | 'CLOSED' | 'TRANSFERRED' | 'DUPLICATE'
export type Purpose = 'CASE_MGMT' | 'STATS' | 'CONTACT'
export const PURPOSES: readonly Purpose[] = ['CASE_MGMT', 'STATS', 'CONTACT']

export type File = {
  id: string
  code: string
  office: Office
  restricted: boolean
  state: State
  lead: Name
  members: Set<Name>
  /** Who restricted it, and whether anybody else has opened it since. */
  restriction: { by: Name; opened: boolean; from: string | null } | null
  /** Supervisors named on a restricted case. */
  named: Set<Name>
  /** The last day of the year of birth, as far as anybody knows. */
  bornBy: string
  child: boolean
  risk: string | null
  hold: { reason: string; until: string } | null
  closing: { reason: string; askedBy: Name } | null
  /** Another office is asked, by whom and as what; of a restricted file one supervisor there by name. */
  offer: { to: Office; whom: Name | null; by: Name; as: 'lead' | 'supervisor' } | null
  kept: { class: string; eraseOn: string } | null
  /** What the person last said for each purpose, and when in the order of deeds. */
  said: Map<Purpose, { yes: boolean; at: number }>
  /** Open work, and who holds it. */
  tasks: Map<string, Name | null>
  /** Who began each referral. */
  authors: Map<string, Name>
  /** Referrals as far as they have come. */
  referrals: Map<string, string>
  events: string[]
  into: string | null
  before: State | null
  /** Members because they work on the file at which this one points. */
  lent: Set<Name>
  /** Work that a merge laid aside. */
  aside: [string, Name | null][]
  helped: boolean
}

export type Pair = {
  from: string
  into: string
  /** Nobody has said anything yet: it is asked because one of the two now stands for a third. */
  word: 'SAME' | 'TWO' | 'UNSURE' | null
  by: Name | null
  decided: { yes: boolean; day: string } | null
  undoBy: Name | null
  undone: boolean
}

export type Model = {
  files: Map<string, File>
  pairs: Pair[]
  /** Files that are gone: the person said no before there was one. */
  gone: Set<string>
  today: string
  /** How many deeds were done. */
  turn: number
}

export const newModel = (today: string): Model => ({
  files: new Map(),
  pairs: [],
  gone: new Set(),
  today,
  turn: 0,
})

const DAY_MS = 86_400_000
export const daysOn = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
/** The same day so many years on; the last of February stays in February. */
export function yearsOn(day: string, years: number): string {
  const moved = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`
  return new Date(Date.parse(moved)).toISOString().slice(0, 10) === moved
    ? moved
    : moved.replace('-29', '-28')
}
/** As a person types it. */
export const typed = (day: string): string => day.split('-').map(Number).reverse().join('/')
