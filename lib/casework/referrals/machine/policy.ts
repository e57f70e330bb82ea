import { ACTS, actParties, isReferralAct, type ReferralAct } from './acts'
import type { ReferralState } from './states'
import type { PartnerView } from './traits'
import {
  type Channel,
  isRecordable,
  type Party,
  partiesFor,
  REFERRAL_VERBS,
  type ReferralVerb,
} from './transitions'

/** How the actor stands to this referral. Several may hold at once; none at all means no right at all. */
export type Relation =
  | 'lead'
  | 'member'
  | 'author'
  | 'supervisorOfOffice'
  | 'namedSupervisor'
  | 'partner'
  | 'system'

/** All that the decision depends on. Whether the row is visible at all was decided before, by scope. */
export type ReferralSituation = {
  /** null before the referral exists. */
  state: ReferralState | null
  relations: readonly Relation[]
  sensitivity: 'S3' | 'S4'
  priority: 'EMERGENCY' | 'URGENT' | 'NORMAL'
  /** The case is open (not a draft, on hold, waiting for closure or closed). */
  caseOpen: boolean
  /** PHONE or PAPER when our staff write down a partner's answer. */
  channel: Channel
  /** This actor gave the approval in force. */
  approvedByActor: boolean
  /** It left by the emergency way and no supervisor has reviewed it yet. */
  reviewDue: boolean
  /** What the partner reads of it now: a stub when consent, share or the days of reading have ended. */
  reads: PartnerView
  /** It is contested and the partner is not told yet. */
  untold: boolean
  /** It left, and neither the agency nor anybody who spoke with it said that it is deleted there. */
  left: boolean
  /** The consent it rests on still carries today. */
  consentStands: boolean
}

/** Why not. Each has a sentence in the messages (`refusal.<code>`). */
export const REFUSALS = [
  'NOT_IN_STATE',
  'NO_RELATION',
  'TEAM_ONLY',
  'SUPERVISOR_ONLY',
  'NAMED_SUPERVISOR_ONLY',
  'AUTHOR_OR_SUPERVISOR_ONLY',
  'PARTNER_ONLY',
  'SYSTEM_ONLY',
  'OWN_WORK',
  'NOT_APPROVER',
  'EMERGENCY_ONLY',
  'CASE_NOT_OPEN',
  'CHANNEL_MISSING',
  'CHANNEL_NOT_OURS',
  'ACCESS_ENDED',
  'CONSENT_ENDED',
  'NOT_LISTED',
  // Of a link alone: whoever signs in needs none.
  'HAS_ACCOUNT',
] as const
export type Refusal = (typeof REFUSALS)[number]
export type Decision = { allowed: true; party: Party } | { allowed: false; reason: Refusal }

const refuse = (reason: Refusal): Decision => ({ allowed: false, reason })

const has = (s: ReferralSituation, relation: Relation): boolean => s.relations.includes(relation)
const onTeam = (s: ReferralSituation): boolean => has(s, 'lead') || has(s, 'member')
/** For S4 only a named supervisor counts; leading the office is not enough. */
export const supervises = (s: ReferralSituation): boolean =>
  has(s, s.sensitivity === 'S4' ? 'namedSupervisor' : 'supervisorOfOffice')

const HOLDS: Record<Party, (s: ReferralSituation) => boolean> = {
  team: (s) => onTeam(s) && s.channel === 'APP',
  supervisor: (s) => supervises(s) && s.channel === 'APP',
  author: (s) => has(s, 'author') && onTeam(s) && s.channel === 'APP',
  partner: (s) => has(s, 'partner') && s.channel === 'APP',
  system: (s) => has(s, 'system') && s.channel === 'APP',
  recorded: (s) => (onTeam(s) || supervises(s)) && s.channel !== 'APP',
}

type Guard = (s: ReferralSituation) => Refusal | null

const caseOpen: Guard = (s) => (s.caseOpen ? null : 'CASE_NOT_OPEN')
const notOwnWork: Guard = (s) => (has(s, 'author') ? 'OWN_WORK' : null)

/** Conditions beyond state and party. A verb that is absent has none. */
const GUARDS: Partial<Record<ReferralVerb | ReferralAct, readonly Guard[]>> = {
  start: [caseOpen],
  edit: [caseOpen],
  submit: [caseOpen],
  'send-emergency': [caseOpen, (s) => (s.priority === 'EMERGENCY' ? null : 'EMERGENCY_ONLY')],
  approve: [notOwnWork],
  undo: [(s) => (s.approvedByActor ? null : 'NOT_APPROVER')],
  rebook: [(s) => (s.consentStands ? null : 'CONSENT_ENDED')],
  review: [notOwnWork, (s) => (s.reviewDue ? null : 'NOT_IN_STATE')],
}

/** The sentence that helps most when none of the parties fits. */
function whyNot(parties: readonly Party[], s: ReferralSituation, recordable: boolean): Refusal {
  if (s.relations.length === 0) return 'NO_RELATION'
  if (s.channel !== 'APP') return recordable ? 'PARTNER_ONLY' : 'CHANNEL_NOT_OURS'
  if (recordable && (onTeam(s) || supervises(s))) return 'CHANNEL_MISSING'
  if (parties.includes('author')) return 'AUTHOR_OR_SUPERVISOR_ONLY'
  if (parties.includes('supervisor'))
    return s.sensitivity === 'S4' && has(s, 'supervisorOfOffice')
      ? 'NAMED_SUPERVISOR_ONLY'
      : 'SUPERVISOR_ONLY'
  if (parties.includes('team')) return 'TEAM_ONLY'
  return parties.includes('partner') ? 'PARTNER_ONLY' : 'SYSTEM_ONLY'
}

/** Runs parties, then guards. Shared by moves and by acts that leave the state alone. */
function decide(verb: ReferralVerb | ReferralAct, parties: readonly Party[], s: ReferralSituation): Decision {
  if (parties.length === 0) return refuse('NOT_IN_STATE')
  const party = parties.find((candidate) => HOLDS[candidate](s))
  const recordable = !isReferralAct(verb) && isRecordable(verb)
  if (!party) return refuse(whyNot(parties, s, recordable))
  for (const guard of GUARDS[verb] ?? []) {
    const reason = guard(s)
    if (reason) return refuse(reason)
  }
  return { allowed: true, party }
}

/** May this actor do this now? Everything that the lifecycle table does not list is refused. */
export function mayReferral(verb: ReferralVerb | ReferralAct, situation: ReferralSituation): Decision {
  if (isReferralAct(verb)) return decide(verb, actParties(verb, situation), situation)
  if (!REFERRAL_VERBS.includes(verb)) return refuse('NOT_LISTED')
  const decision = decide(verb, partiesFor(situation.state, verb), situation)
  const cut = decision.allowed && decision.party === 'partner' && situation.reads === 'STUB'
  return cut ? refuse('ACCESS_ENDED') : decision
}

/** Every verb and act open to this actor now, for buttons; the command asks `mayReferral` again. */
export function allowedVerbs(situation: ReferralSituation): (ReferralVerb | ReferralAct)[] {
  return [...REFERRAL_VERBS, ...ACTS].filter((verb) => mayReferral(verb, situation).allowed)
}

/** Partner verbs that our staff may write down now: the buttons "record the partner's answer". */
export function recordableVerbs(situation: Omit<ReferralSituation, 'channel'>): ReferralVerb[] {
  return REFERRAL_VERBS.filter(
    (verb) => isRecordable(verb) && mayReferral(verb, { ...situation, channel: 'PHONE' }).allowed,
  )
}
