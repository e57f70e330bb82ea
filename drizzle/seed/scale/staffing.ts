import type { CodeOf } from '@/lib/base/codes/lists'
import { COMMUNITIES, inventName } from '../demo/names'
import { random as chance, idOf } from '../demo/random'
import type { Discipline, OfficeId, PartnerCode } from '../demo/records'
import { enumeratorsOf, supervisorsOf, users } from '../demo/staff'

/** What one caseworker carries, and ends in a year. */
const OPEN_EACH = 40
const ENDED_A_YEAR = 180
/** Caseworkers of a full office. */
const FULL = 20

export type StaffMember = {
  id: string
  email: string
  name: string
  role: CodeOf<'staff_role'> | 'PARTNER_FP'
  offices: string[]
}
export type Branch = {
  officeId: string
  name: string
  /** The office of the demonstration whose people, places and partners this one resembles, or is. */
  like: OfficeId
  flowPoint: string | undefined
  caseworkers: Record<Discipline, string[]>
  supervisors: string[]
  enumerator: string
  size: number
}
/** A place of an agency that receives from two neighbouring offices, with one account of its own. */
export type Base = { id: string; name: string; offices: string[]; partner: PartnerCode; account: StaffMember }
export type Staffing = {
  /** How far back the cases go. */
  years: number
  branches: Branch[]
  /** People and offices beyond the demonstration's. */
  added: StaffMember[]
  further: Branch[]
  /** Of agencies, beside the one of each that hears of everything: an agency grows as the offices do. */
  bases: Base[]
  /** The share of cases that are open now. */
  open: number
}

/** Filled in this order, each office before the next: the demonstration's four, then further ones. */
const FIRST: readonly OfficeId[] = ['GAO', 'TBT', 'MOP', 'BKO']
/** Whom an office hires after the demonstration's four: two social workers, a psychologist, a lawyer. */
const HIRED: readonly Discipline[] = Array.from({ length: FULL - 4 }, (_, n) =>
  n === 7 ? 'PSYCHOLOGIST' : n === 3 || n === 11 ? 'LAWYER' : 'SOCIAL_WORKER',
)
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const NAMED_LIKE: Readonly<Record<OfficeId, string>> = {
  GAO: 'Gao',
  TBT: 'Tombouctou',
  MOP: 'Mopti',
  BKO: 'Bamako',
}
export const EVERYWHERE = 'superviseure.generale@relais.example'
/** The account of the base that receives from the demonstration's two northern offices. */
export const NORTHERN_BASE = 'unicef.gao.tbt@relais.example'

/** Years the past reaches back: with more cases a longer past, not only more offices. */
const yearsFor = (count: number): number => Math.max(1, (count / 10_000) ** 0.4)

function person(key: string, role: StaffMember['role'], offices: string[], like: OfficeId): StaffMember {
  const random = chance(`staff:${key}`)
  const people = like === 'BKO' ? 'bambara' : like === 'MOP' ? 'dogon' : 'songhai_gao'
  const { given, family } = inventName(random, COMMUNITIES[people], random.chance(0.5) ? 'F' : 'M')
  const email = `${key}@relais.example`
  return { id: idOf(`user:${email}`), email, name: `${given} ${family}`, role, offices }
}

const demoTeam = (office: OfficeId): Record<Discipline, string[]> => {
  const of = (role: Discipline) =>
    users.filter((user) => user.role === role && user.offices.includes(office)).map(({ id }) => id)
  return { SOCIAL_WORKER: of('SOCIAL_WORKER'), PSYCHOLOGIST: of('PSYCHOLOGIST'), LAWYER: of('LAWYER') }
}

/**
 * Who works where, so that `count` cases are carried as people carry them: forty open ones each, twenty caseworkers an
 * office. Ten times as many cases are a longer past and more offices, never fuller desks.
 */
export function planStaffing(count: number): Staffing {
  const years = yearsFor(count)
  const needed = Math.max(1, Math.round(count / (OPEN_EACH + ENDED_A_YEAR * years)))
  const staffing: Staffing = {
    years,
    branches: [],
    added: [],
    further: [],
    bases: [],
    open: (needed * OPEN_EACH) / count,
  }
  for (let index = 0, left = needed; left > 0; index += 1, left -= FULL)
    addBranch(staffing, index, Math.min(left, FULL))
  const everywhere = [...FIRST, ...staffing.further.map(({ officeId }) => officeId)]
  const { id: _, ...one } = person('superviseure.generale', 'SUPERVISOR', everywhere, 'BKO')
  staffing.added.push({ ...one, id: idOf(`user:${EVERYWHERE}`) })
  staffing.bases = basesOf(everywhere)
  return staffing
}

/** As the supervisors of the demonstration: two offices each. */
function basesOf(everywhere: readonly string[]): Base[] {
  const pairs = Array.from({ length: Math.ceil(everywhere.length / 2) }, (_, n) =>
    everywhere.slice(2 * n, 2 * n + 2),
  )
  const agencies = [...new Set(users.flatMap(({ partner }) => partner ?? []))]
  return agencies.flatMap((partner) =>
    pairs.map((offices) => {
      const name = offices.join(' ')
      const account = person(`${partner}.${offices.join('.')}`.toLowerCase(), 'PARTNER_FP', [], 'BKO')
      return { id: idOf(`base of ${partner} ${name}`), name, offices, partner, account }
    }),
  )
}

function addBranch(staffing: Staffing, index: number, size: number): void {
  const like = FIRST[index % FIRST.length] ?? 'GAO'
  const known = FIRST[index]
  const further = index - FIRST.length
  const officeId = known ?? `Z${LETTERS[Math.floor(further / 26) % 26]}${LETTERS[further % 26]}`
  const hire = (role: CodeOf<'staff_role'>, number: number): StaffMember => {
    const one = person(
      `${role}.${officeId}.${number}`.toLowerCase().replace('_', '.'),
      role,
      [officeId],
      like,
    )
    staffing.added.push(one)
    return one
  }
  const caseworkers = known ? demoTeam(known) : { SOCIAL_WORKER: [], PSYCHOLOGIST: [], LAWYER: [] }
  const core: readonly Discipline[] = known
    ? []
    : ['SOCIAL_WORKER', 'SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER']
  const wanted = known
    ? HIRED.slice(0, Math.max(0, size - 4))
    : [...core, ...HIRED].slice(0, Math.max(4, size))
  for (const [number, discipline] of wanted.entries())
    caseworkers[discipline].push(hire(discipline, number + 1).id)
  const branch: Branch = {
    officeId,
    name: known ? NAMED_LIKE[known] : `${NAMED_LIKE[like]} ${Math.floor(index / FIRST.length) + 1}`,
    like,
    flowPoint: known ? undefined : `FMP_${officeId}`,
    caseworkers,
    supervisors: known
      ? supervisorsOf(known).map(({ id }) => id)
      : [hire('SUPERVISOR', 1).id, hire('SUPERVISOR', 2).id],
    enumerator: known ? (enumeratorsOf(known)[0]?.id ?? '') : hire('DTM_ENUM', 1).id,
    size,
  }
  staffing.branches.push(branch)
  if (!known) staffing.further.push(branch)
}
