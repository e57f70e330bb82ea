import type { CodeOf } from '@/lib/base/codes/lists'
import type { CaseCode } from '@/lib/casework/numbers/case-code'
import { OPEN } from '@/lib/casework/referrals/machine/states'
import type { ServiceCode } from '@/lib/casework/referrals/sharing/need-profiles'
import { answerOf, judged, type Said } from './answers'
import { assistanceFor } from './assistance'
import { at, dayOf, NOW, plusDays, plusMinutes, workday } from './moments'
import { notesFor, visitsFor } from './notes'
import { inventPerson } from './people'
import { flowPoints } from './places'
import { random as chanceOf, type Random } from './random'
import type {
  Case,
  CaseFile,
  Consent,
  Day,
  Discipline,
  Moment,
  OfficeId,
  PartnerCode,
  Person,
  Referral,
  TeamNote,
} from './records'
import { buildReferral } from './referral'
import { type Goal, route } from './route'
import { SITUATIONS, type Situation, type SituationName } from './situations'
import { approverFor, caseworker, focalPointOf, supervisorsOf } from './staff'

export type ReferralPlan = {
  partner: PartnerCode
  service: ServiceCode
  priority: Referral['priority']
  goal: Goal
  start: Moment
  leaves?: Moment
  brisk?: boolean
  channel?: 'APP' | 'PHONE' | 'PAPER'
  reason?: string
  unreviewed?: boolean
}

/** What is decided about a case before chance writes its file. */
export type FileSpec = {
  code: CaseCode
  office: OfficeId
  situation: SituationName
  opened: Day
  /** Last day on which the first assistance may fall. */
  firstBy: Day
  stats: 'GIVEN' | 'REFUSED' | 'WITHDRAWN' | 'ABSENT'
  /** Days until it closes; `null` = still open. Open referrals keep it open in any case. */
  staysOpen: number | null
  referrals: readonly ReferralPlan[]
  /** Where it is told; else as often as its situation has it. */
  risk?: NonNullable<Case['risk']>
  /** Fewer relatives, and notes only where they keep a promise: for measuring with very many cases. */
  light?: boolean
  /** Who works there; the demonstration's own people if nothing is said. */
  staff?: OfficeStaff
}

/** Who leads, decides and opens in an office: ids of people. */
export type OfficeStaff = {
  caseworker: (random: Random, discipline: Discipline) => string
  approver: (random: Random, authorId: string) => string
  supervisor: (random: Random) => string
}

const demoStaff = (office: OfficeId): OfficeStaff => ({
  caseworker: (random, discipline) => caseworker(random, office, discipline).id,
  approver: (random, authorId) => approverFor(random, office, authorId).id,
  supervisor: (random) => random.pick(supervisorsOf(office)).id,
})

const SOURCES = {
  FMP: 30,
  WALKIN: 22,
  COMMUNITY: 18,
  OUTREACH: 14,
  DTM_SITE: 8,
  AUTHORITY: 5,
  HEALTH: 3,
} as const
const CLOSURES = {
  GOALS_MET: 60,
  LOST_CONTACT: 14,
  MOVED_AWAY: 10,
  CLIENT_REQUEST: 8,
  DURABLE_SOLUTION: 8,
} as const
const OWN_CLOSURE: Readonly<Partial<Record<SituationName, CodeOf<'closure_reason'>>>> = {
  separated_child: 'REUNIFIED',
  stranded: 'REPATRIATED',
}
/** No case is planned to close later: the last days belong to the open work. */
const LAST_CLOSING: Day = '2014-06-27'
const WITNESSES = [
  'Agent d’accueil',
  'Relais communautaire',
  'Interprète du bureau',
  'Collègue de permanence',
] as const

type Team = { leadId: string; memberIds: string[]; namedIds: string[]; approverId: string }

function teamFor(random: Random, staff: OfficeStaff, { lead, sealed }: Situation): Team {
  const discipline = random.weighted<Discipline>(lead)
  const leadId = staff.caseworker(random, discipline)
  const other = discipline === 'PSYCHOLOGIST' ? 'SOCIAL_WORKER' : 'PSYCHOLOGIST'
  const memberIds = random.chance(0.14) ? [staff.caseworker(random, other)] : []
  const approverId = staff.approver(random, leadId)
  return { leadId, memberIds, namedIds: sealed ? [approverId] : [], approverId }
}

const counts = ({ stats }: FileSpec): boolean => stats === 'GIVEN' || stats === 'WITHDRAWN'

type Own = { spec: FileSpec; person: Person; given: Moment; team: Team; restricted: boolean }

function ownConsents(random: Random, { spec, person, given, team, restricted }: Own): Consent[] {
  const said = answerOf({ person, situation: spec.situation, day: dayOf(given) }, counts(spec))
  const base = {
    partner: null,
    service: null,
    mode: random.pick(['SIGN', 'THUMB', 'VERBAL_WIT'] as const),
    witness: random.pick(WITNESSES),
    language: person.languages[0] ?? 'fra',
    wordingVersion: '2013-1',
    facts: [],
    givenAt: given,
    recordedById: team.leadId,
  }
  const about = { person, service: null, at: given, restricted, confirmedBy: team.approverId }
  const row = (purpose: Consent['purpose'], own: Said): Consent => ({
    id: random.id(),
    purpose,
    ...base,
    ...own,
    ...judged(own, { ...about, purpose }),
  })
  const care = row('CASE_MGMT', said)
  if (spec.stats === 'ABSENT') return [care]
  const no: Said = { ...said, status: 'REFUSED', giver: 'SELF', legalBasis: 'CONSENT', reason: null }
  if (spec.stats === 'REFUSED') return [care, row('STATS', no)]
  const yes = row('STATS', said)
  return spec.stats === 'GIVEN'
    ? [care, yes]
    : [care, { ...yes, status: 'WITHDRAWN', withdrawnAt: plusMinutes(given, random.int(300, 9000)) }]
}

type Referring = { person: Person; team: Team; spec: FileSpec; restricted: boolean }

function referralFrom(random: Random, plan: ReferralPlan, { person, team, spec, restricted }: Referring) {
  const steps = route(random, {
    ...plan,
    author: team.leadId,
    approver: team.approverId,
    partner: focalPointOf(plan.partner)?.id ?? null,
    channel: plan.channel ?? 'APP',
  })
  return buildReferral(random, {
    ...plan,
    steps,
    authorId: team.leadId,
    person,
    said: answerOf({ person, situation: spec.situation, day: dayOf(plan.start) }, counts(spec)),
    confirmedBy: team.approverId,
    restricted,
    language: person.languages[0] ?? 'fra',
    witness: random.pick(WITNESSES),
  })
}

const lastEvent = (referrals: readonly Referral[]): Day =>
  referrals
    .flatMap(({ events }) => events.map((event) => dayOf(event.at)))
    .reduce((a, b) => (a > b ? a : b), '')

/** The closing day, or `null` where the case is still open on the demo's day. */
function closingDay(spec: FileSpec, referrals: readonly Referral[]): Day | null {
  if (spec.staysOpen === null || referrals.some(({ state }) => OPEN.includes(state))) return null
  const planned = plusDays(spec.opened, spec.staysOpen)
  const settled = referrals.length > 0 ? plusDays(lastEvent(referrals), 2) : planned
  const day = workday(planned > settled ? planned : settled)
  return day > LAST_CLOSING ? null : day
}

function closing(random: Random, day: Day | null, situation: SituationName): Partial<Case> {
  if (!day) return { state: 'OPEN' }
  const own = OWN_CLOSURE[situation]
  const closureReason = own && random.chance(0.6) ? own : random.weighted<CodeOf<'closure_reason'>>(CLOSURES)
  return { state: 'CLOSED', closedAt: at(day, `1${random.int(0, 5)}:${random.int(10, 59)}`), closureReason }
}

function source(random: Random, office: OfficeId): Pick<Case, 'source' | 'flowPoint'> {
  const from = random.weighted<Case['source']>(SOURCES)
  const points = flowPoints.filter(({ officeId }) => officeId === office)
  return { source: from, flowPoint: from === 'FMP' ? random.pick(points).code : null }
}

/** The whole file of an invented case. */
export function buildFile(random: Random, spec: FileSpec): CaseFile {
  const situation: Situation = SITUATIONS[spec.situation]
  const { office, opened } = spec
  const person = inventPerson(random, {
    office,
    situation: spec.situation,
    day: opened,
    light: spec.light === true,
  })
  const staff = spec.staff ?? demoStaff(office)
  const team = teamFor(random, staff, situation)
  const openedAt = at(opened, `${random.pick(['08', '09', '10', '11', '14', '15'])}:${random.int(10, 59)}`)
  const registeredAt = plusMinutes(openedAt, random.int(25, 55))
  const restricted = situation.sealed === true
  const built = spec.referrals.map((plan) => referralFrom(random, plan, { person, team, spec, restricted }))
  const referrals = built.map(({ referral }) => referral)
  const closed = closingDay(spec, referrals)
  const origin = source(random, office)
  const file: Case = {
    id: random.id(),
    code: spec.code,
    officeId: office,
    cercle: person.cercle,
    sensitivity: situation.sealed ? 'S4' : 'S3',
    state: 'OPEN',
    risk: spec.risk ?? random.weighted<'HIGH' | 'MEDIUM' | 'LOW'>(situation.risk),
    leadId: team.leadId,
    memberIds: team.memberIds,
    namedSupervisorIds: team.namedIds,
    openedById: origin.flowPoint ? (team.namedIds[0] ?? staff.supervisor(random)) : team.leadId,
    ...origin,
    alertId: null,
    openedAt,
    registeredAt,
    ...closing(random, closed, spec.situation),
    person,
  }
  const given = plusMinutes(openedAt, random.int(5, 20))
  const until = closed ?? plusDays(dayOf(NOW), -1)
  return {
    case: file,
    consents: [
      ...ownConsents(random, { spec, person, given, team, restricted }),
      ...built.map(({ consent }) => consent),
    ],
    assistance: assistanceFor(random, {
      gives: situation.gives,
      opened,
      firstBy: spec.firstBy,
      until,
      byId: team.leadId,
    }),
    referrals,
    notes: spec.light ? visitsOf(file) : notesOf(random, file, until),
  }
}

/** Notes between appointments, and for an open case the visits that keep its promises. */
function notesOf(random: Random, file: Case, until: Day): TeamNote[] {
  const between = notesFor(random, { opened: dayOf(file.openedAt), until, byId: file.leadId })
  return [...between, ...visitsOf(file)].sort((a, b) => (a.at < b.at ? -1 : 1))
}

function visitsOf({ id, openedAt, leadId, risk, closedAt }: Case): TeamNote[] {
  if (closedAt) return []
  // Chance of its own: the figures of the pilot quarter must not move with it.
  return visitsFor(chanceOf(`visits ${id}`), {
    opened: dayOf(openedAt),
    now: dayOf(NOW),
    byId: leadId,
    risk: risk ?? 'MEDIUM',
  })
}
