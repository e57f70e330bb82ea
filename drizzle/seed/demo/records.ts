import type { CodeOf } from '@/lib/base/codes/lists'
import type { NoActionReason, vulnerabilities } from '@/lib/casework/alerts/states'
import type { FactKey } from '@/lib/casework/consents/facts'
import type { ReferralAct } from '@/lib/casework/referrals/machine/acts'
import type { Outcome } from '@/lib/casework/referrals/machine/reasons'
import type { ReferralState } from '@/lib/casework/referrals/machine/states'
import type { Channel, Party, ReferralVerb } from '@/lib/casework/referrals/machine/transitions'
import type { ServiceCode } from '@/lib/casework/referrals/sharing/need-profiles'
import type { StaffFunction } from '@/lib/casework/staff/functions'
import type { ToldAppointment, ToldFollowUp } from './follow-ups'
import type { KeptView, Offer } from './small-records'

/**
 * What the planners produce: plain records, nothing sealed, no database. Days are `YYYY-MM-DD`, moments
 * ISO 8601 in UTC (Bamako's own time). Ids are UUIDs that stay the same from one planning to the next.
 */
export type Day = string
export type Moment = string
export type Id = string

export type OfficeId = 'BKO' | 'MOP' | 'TBT' | 'GAO'
export type PartnerCode = CodeOf<'partner'>
export type Discipline = 'SOCIAL_WORKER' | 'PSYCHOLOGIST' | 'LAWYER'

export type Office = { id: OfficeId; name: string; phone: string; region: string; cercles: string[] }
/** Whom to call for what: for an office, a region, or (neither) the whole operation. */
export type FunctionHolder = {
  personId: Id
  function: StaffFunction
  officeId: OfficeId | null
  region: string | null
}
export type FlowPoint = { code: string; name: string; officeId: OfficeId; cercle: string }

export type User = {
  id: Id
  email: string
  name: string
  role: CodeOf<'staff_role'>
  offices: OfficeId[]
  partner: PartnerCode | null
  locale: 'fr' | 'en'
  /** Beside French. */
  languages: CodeOf<'language'>[]
  password: string
}

/** `agreementFrom` is `null` where no data sharing agreement is signed: such a partner cannot be chosen. */
export type Partner = {
  code: PartnerCode
  nameFr: string
  nameEn: string
  shortName: string
  providerType: string
  agreementFrom: Day | null
  agreementUntil: Day | null
  phone: string
}

export type DirectoryEntry = {
  id: Id
  partner: PartnerCode
  service: string
  officeId: OfficeId
  cercles: string[]
  state: 'OPEN' | 'WAITING' | 'FULL' | 'PAUSED'
  waitDays: number | null
  places: number | null
  pausedUntil: Day | null
  eligibility: string
  hours: string
  price: string
  languages: string[]
  womenOnStaff: boolean | null
  verifiedOn: Day
  place: string
  mail: string
  note: string
}

export type SafeContact = { mode: CodeOf<'safe_contact'>; detail: string }

type Vulnerability = (typeof vulnerabilities)[number]

export type Alert = {
  id: Id
  code: string
  state: 'NEW' | 'CASE_OPENED' | 'LINKED' | 'NO_ACTION'
  flowPoint: string
  officeId: string
  raisedById: Id
  raisedAt: Moment
  seenOn: Day
  urgency: CodeOf<'referral_priority'>
  given: string
  family: string | null
  sex: CodeOf<'sex'>
  age: number
  ageEstimated: boolean
  nationality: string
  vulnerabilities: Vulnerability[]
  contactAgreed: 'YES' | 'NO' | 'NOT_ASKED'
  safeContact: string
  caseId: Id | null
  reason: NoActionReason | null
  triagedById: Id | null
  triagedAt: Moment | null
}

export type HouseholdMember = {
  id: Id
  given: string
  family: string
  sex: CodeOf<'sex'>
  birthYear: number
  role: CodeOf<'household_role'>
}

/** What the person does not want somebody told, and why (list `withhold_reason`). */
export type Withhold = { from: 'FAMILY' | 'AUTHORITIES' | 'ARMED_ACTORS'; reason: CodeOf<'withhold_reason'> }

export type Person = {
  id: Id
  given: string
  family: string
  alias?: string
  sex: CodeOf<'sex'>
  birthYear: number
  birthDate?: Day
  ageBasis: CodeOf<'age_basis'>
  nationality: string
  displacementStatus: CodeOf<'displacement_status'>
  originCercle: string | null
  cercle: string
  village?: string
  languages: string[]
  documentStatus: CodeOf<'document_status'>
  householdRole: CodeOf<'household_role'>
  householdSize: number
  household: HouseholdMember[]
  specificNeeds: string[]
  concerns: string[]
  safeContact: SafeContact
  phone?: string
  motherName?: string
  withholds: Withhold[]
}

export type Case = {
  id: Id
  code: string
  officeId: OfficeId
  cercle: string
  sensitivity: 'S3' | 'S4'
  state: CodeOf<'case_status'>
  risk: 'HIGH' | 'MEDIUM' | 'LOW' | null
  leadId: Id
  memberIds: Id[]
  namedSupervisorIds: Id[]
  openedById: Id
  source: CodeOf<'identification_source'>
  flowPoint: string | null
  alertId: Id | null
  openedAt: Moment
  /** `null` while the person is not yet registered (state DRAFT). */
  registeredAt: Moment | null
  closedAt?: Moment
  closureReason?: CodeOf<'closure_reason'>
  /** What the team said when it asked to close; the machine moves the case then. */
  closing?: Closing
  person: Person
}

/** As the form asks it: what was checked, whether the person knows, why what is open is left, a word for who decides. */
export type Closing = {
  askedAt: Moment
  told: 'YES' | 'NOT_REACHED'
  evidence: CodeOf<'closure_evidence'>[]
  checklist: CodeOf<'closure_checklist'>[]
  left: CodeOf<'closure_left_reason'>
  words: string
}

export type Consent = {
  id: Id
  purpose: CodeOf<'consent_purpose'>
  partner: PartnerCode | null
  service: string | null
  status: CodeOf<'consent_status'>
  mode: CodeOf<'consent_mode'>
  giver: CodeOf<'consent_giver'>
  witness: string
  language: string
  wordingVersion: string
  legalBasis: CodeOf<'legal_basis'>
  facts: FactKey[]
  givenAt: Moment
  expiresOn?: Day
  withdrawnAt?: Moment
  recordedById: Id
  /** The rule that allows it, the code its rule asks for, and the coded facts it was judged by. */
  rule: string
  reason: string | null
  situation: Record<string, string>
  confirmBy: 'SUPERVISOR' | 'COLLEAGUE' | null
  /** Who confirmed it, themselves, and when. */
  confirmed: { byId: Id; at: Moment } | null
}

export type Assistance = {
  id: Id
  service: string
  quantity: number
  unit: CodeOf<'unit'>
  on: Day
  donor: CodeOf<'donor'>
  byId: Id
}

/** One row of the history; `actorId` is `null` for the system. `from` is `null` before the draft exists. */
export type ReferralEvent = {
  verb: ReferralVerb | ReferralAct
  from: ReferralState | null
  to: ReferralState
  at: Moment
  actorId: Id | null
  /** In what capacity: `recorded` is staff writing down the partner's answer from phone or paper. */
  by: Party
  channel: Channel
  reason: string | null
}

export type ReferralMessage = { id: Id; at: Moment; byId: Id; text: string }

export type Referral = {
  id: Id
  consentId: Id
  partner: PartnerCode
  service: ServiceCode
  priority: CodeOf<'referral_priority'>
  state: ReferralState
  authorId: Id
  facts: FactKey[]
  needText: string
  /** The referral this one replaces after a refusal. */
  previousId: Id | null
  events: ReferralEvent[]
  messages: ReferralMessage[]
  outcome?: { result: Outcome; servedOn: Day; note: string }
  check?: {
    received: 'YES' | 'PARTLY' | 'NO'
    satisfied: 'YES' | 'PARTLY' | 'NO' | 'NOT_SAID'
    wanted: 'CALL_PARTNER' | null
    askedOn: Day
  }
}

/** `TEAM`, or the discipline the note is sealed for. */
export type TeamNote = { id: Id; at: Moment; byId: Id; compartment: 'TEAM' | Discipline; text: string }

export type CaseFile = {
  case: Case
  /** Another office than the four of the demonstration, for measuring; it lives like the one that the case names. */
  branch?: string
  consents: Consent[]
  assistance: Assistance[]
  referrals: Referral[]
  notes: TeamNote[]
  followUps?: ToldFollowUp[]
  appointments?: ToldAppointment[]
  offer?: Offer
}

export type Demo = {
  /** The demo's clock at its first seed. */
  now: Moment
  offices: Office[]
  functions: FunctionHolder[]
  flowPoints: FlowPoint[]
  users: User[]
  partners: Partner[]
  directory: DirectoryEntry[]
  alerts: Alert[]
  files: CaseFile[]
  views: KeptView[]
}

/** The office whose case it is. */
export const officeOf = (file: Pick<CaseFile, 'case' | 'branch'>): string => file.branch ?? file.case.officeId
/** The columns by which a row hangs on its case. */
export const ownerOf = (file: Pick<CaseFile, 'case' | 'branch'>) => ({
  caseId: file.case.id,
  officeId: officeOf(file),
  sensitivity: file.case.sensitivity,
})
