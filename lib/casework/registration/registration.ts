import { type ConsentRow, notInForce } from '@/lib/casework/consents/cover'
import { latestOf } from '@/lib/casework/consents/said-yes'
import { householdOf } from '@/lib/casework/people/household'

/** Consent and safety first: nothing is asked of a person who has not said yes. */
export const registrationPages = ['consent', 'identity', 'household', 'situation', 'safety'] as const
export type RegistrationPage = (typeof registrationPages)[number]

type Known = {
  person: {
    birthYear: number | null
    nationalities: readonly string[]
    languages: readonly string[]
    documentStatus: string | null
    householdSize: number | null
    identity: { sizeUnsaid: string; ageUnsaid: string; concernsUnsaid: string }
    householdRole: string | null
    displacementStatus: string | null
    originCercle: string | null
    concerns: readonly string[]
    safeContact: string | null
  }
  /** The person and the members entered. */
  listed: number
  risk: string | null
  consents: readonly ConsentRow[]
}

/** Which pages have their required answers. A refusal is an answer. PURE. */
export function donePages({ person, listed, risk, consents }: Known): Record<RegistrationPage, boolean> {
  return {
    identity:
      // An age that cannot be known is an answer too.
      (person.birthYear !== null || person.identity.ageUnsaid !== '') &&
      person.nationalities.length > 0 &&
      person.languages.length > 0 &&
      person.documentStatus !== null,
    // A size that cannot be known is an answer too.
    household:
      (householdOf(person.householdSize, listed).kind === 'agreed' || person.identity.sizeUnsaid !== '') &&
      person.householdRole !== null,
    situation:
      person.displacementStatus !== null &&
      person.originCercle !== null &&
      (person.concerns.length > 0 || person.identity.concernsUnsaid !== ''),
    safety: risk !== null && person.safeContact !== null,
    // An answer that an age corrected since took away is asked again.
    consent: (latestOf(consents, 'CASE_MGMT') ?? { needsReview: '' }).needsReview === null,
  }
}

/** The pages that still miss answers, in their order: none is left out of what the overview names. PURE. */
export const missingPages = (done: Record<RegistrationPage, boolean>): RegistrationPage[] =>
  registrationPages.filter((page) => !done[page])

/** Why a draft cannot be opened yet, or nothing. Everything else may be completed later: people in danger come first. */
export type OpeningGap =
  | 'no-answers'
  | 'no-risk'
  | 'no-consent'
  | 'consent-refused'
  | 'consent-not-in-force'
  | 'maybe-known'

/**
 * A case opens with a rated risk and the person's yes to it (or vital interest and a second person), and once somebody has said of
 * each file that may be of the same person whether it is (`alike`: how many nobody has answered). Whoever opens it. PURE.
 */
export function openingGap(
  { risk, consents, alike }: Pick<Known, 'risk' | 'consents'> & { alike: number },
  now: Date,
): OpeningGap | null {
  const answer = latestOf(consents, 'CASE_MGMT')
  // A no comes first: nothing else that is missing would open the case.
  if (answer?.status === 'REFUSED') return 'consent-refused'
  if (risk === null) return answer ? 'no-risk' : 'no-answers'
  if (!answer) return 'no-consent'
  // Direct help begins at once: what waits for a supervisor's own word only keeps things from leaving.
  if (notInForce(answer, now, 'PREPARE')) return 'consent-not-in-force'
  return alike > 0 ? 'maybe-known' : null
}

/**
 * Whether a case that stands open still has to be asked for its risk: a draft that the person ended before it was rated, and
 * wants again, comes back open (ruling 11 knows no way back to a draft). Until then its clocks are those of the highest. PURE.
 */
export const asksForRisk = ({ state, risk }: { state: string; risk: string | null }): boolean =>
  risk === null && (state === 'OPEN' || state === 'ON_HOLD')
