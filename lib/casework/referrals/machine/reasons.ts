import { unions } from '@/lib/base/codes/unions'
import type { Party, ReferralVerb } from './transitions'

/** Why a partner says no: the whole code list. */
export const DECLINE_REASONS = unions.referral_decline_reason

/** Why a supervisor sends a referral back. */
export const RETURN_REASONS = [
  'CONSENT_UNCLEAR',
  'TOO_MUCH_SHARED',
  'NEED_UNCLEAR',
  'OTHER_PARTNER',
  'DIRECT_HELP',
  'DUPLICATE',
  'OTHER',
] as const

/** Why the system sends it back at sending: the names of the checks that failed. */
export const SYSTEM_RETURN_REASONS = [
  'COVER_GONE',
  'DIRECTORY_CLOSED',
  'AGREEMENT_GONE',
  'NOBODY_RECEIVES',
] as const

export const CANCEL_REASONS = [
  'PERSON_ASKED',
  'NEED_MET',
  'UNSAFE',
  'OTHER_PROVIDER',
  'NO_ANSWER',
  'MOVED_AWAY',
  'MISTAKE',
  'DECEASED',
  'OTHER',
] as const

/** Why the person did not get to the service. */
export const NOT_ACCESSED_REASONS = [
  'DID_NOT_COME',
  'TOO_FAR',
  'COST',
  'NOT_SAFE',
  'TURNED_AWAY',
  'NOT_TOLD',
  'UNREACHABLE',
  'MOVED_AWAY',
  'CHANGED_MIND',
  'SERVICE_CLOSED',
  'PREVENTED',
  'CARE_DUTIES',
  'OTHER',
] as const

/** Why nothing more comes of it, and what follows for the person. */
export const UNSERVED_REASONS = [
  'NO_OTHER_SERVICE',
  'CANNOT_REACH',
  'NOT_SAFE',
  'NO_LONGER_WANTED',
  'LEFT_AREA',
  'NEED_MET_OTHERWISE',
] as const
export const FOLLOWS = ['OTHER_REFERRAL', 'DIRECT_HELP', 'NOTHING_WANTED'] as const

/** What the person wants when the service was not received. */
export const WANTED = ['CALL_PARTNER', 'OTHER_SERVICE', 'OUR_HELP', 'NOTHING'] as const
/** Why the partner does not read "not confirmed" yet. */
export const NOT_YET_REASONS = ['DANGER_FROM_PARTNER', 'PERSON_ASKED', 'INQUIRY'] as const

/** How the person heard when and where, or why not yet. */
export const TOLD_HOW = ['PHONE', 'IN_PERSON', 'BY_POINT', 'NO_ANSWER', 'NOT_SAFE', 'DATE_UNFIT'] as const

/**
 * What a page offers. Nobody owes a reason for withdrawing: NOT_SAID is a full answer and stands first; "other" without
 * words would tell nothing that it does not.
 */
export const OFFERED_WITHDRAW_REASONS = [
  'NOT_SAID',
  'CHANGED_MIND',
  'FEAR',
  'SELF_TELL',
  'STIGMA',
  'AUTHORITY',
] as const

/** Older rows keep "other". */
export const WITHDRAW_REASONS = [...OFFERED_WITHDRAW_REASONS, 'OTHER'] as const

/** The system's: whoever had to confirm the consent said no, or the file that it belongs to ended so. */
export const SYSTEM_WITHDRAW_REASONS = ['NOT_CONFIRMED'] as const

/** What became of the service. `complete` reports one of the first two, `report-not-accessed` is the third. */
export const OUTCOMES = ['RECEIVED', 'PARTLY', 'NOT_RECEIVED'] as const

/** The supervisor's word on an emergency sending. */
export const REVIEW_VERDICTS = ['JUSTIFIED', 'NOT_JUSTIFIED'] as const

/**
 * What the person answers when we ask: each question with its possible answers. "Yes" and "partly" verify, "no"
 * contests. Harm is asked too, and goes another way: it never stands in this answer.
 */
export const VERIFY_ANSWERS = {
  received: ['YES', 'PARTLY', 'NO'],
  satisfied: ['YES', 'PARTLY', 'NO', 'NOT_SAID'],
} as const

export type Outcome = (typeof OUTCOMES)[number]

const REASONS: Partial<Record<ReferralVerb, readonly string[]>> = {
  decline: DECLINE_REASONS,
  return: RETURN_REASONS,
  cancel: CANCEL_REASONS,
  'report-not-accessed': NOT_ACCESSED_REASONS,
  'withdraw-consent': WITHDRAW_REASONS,
  'close-unserved': UNSERVED_REASONS,
}

/** The coded reasons this party may give with this verb; empty = the verb takes none. */
export function reasonsFor(verb: ReferralVerb, party: Party): readonly string[] {
  if (verb === 'return' && party === 'system') return SYSTEM_RETURN_REASONS
  if (verb === 'withdraw-consent' && party === 'system') return SYSTEM_WITHDRAW_REASONS
  return REASONS[verb] ?? []
}

/** Whether a reason from outside fits the verb; a verb without reasons takes none at all. */
export function reasonFits(verb: ReferralVerb, party: Party, reason: string | null): boolean {
  const known = reasonsFor(verb, party)
  return known.length === 0 ? reason === null : reason !== null && known.includes(reason)
}
