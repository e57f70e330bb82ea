import type { DECLINE_REASONS, NOT_ACCESSED_REASONS } from './reasons'

/** What to do next, as a code that has its words (`referrals.next-step.<verb>.<reason>`). */
export const STEPS = [
  'NEXT_PROVIDER',
  'FIX_DIRECTORY',
  'ASK_PERSON',
  'CONTACT',
  'SAFETY',
  'PAY',
  'TRANSPORT',
  'PROVIDER',
  'TRANSFER',
  'SUPPORT',
] as const
export type NextStep = { next: (typeof STEPS)[number]; days: number }

const step = (next: NextStep['next'], days: number): NextStep => ({ next, days })

type Table = {
  decline: Record<(typeof DECLINE_REASONS)[number], NextStep>
  'report-not-accessed': Record<(typeof NOT_ACCESSED_REASONS)[number], NextStep>
}

/** After a refusal and after an absence: the step that its reason asks for, and within how many days. PURE. */
export const NEXT_STEPS: Table = {
  decline: {
    NO_CAPACITY: step('NEXT_PROVIDER', 1),
    NOT_ELIGIBLE: step('NEXT_PROVIDER', 2),
    OUT_OF_AREA: step('NEXT_PROVIDER', 1),
    NO_ACCESS: step('NEXT_PROVIDER', 2),
    WRONG_SERVICE: step('FIX_DIRECTORY', 1),
    SERVICE_SUSPENDED: step('FIX_DIRECTORY', 1),
    INCOMPLETE: step('ASK_PERSON', 2),
    ALREADY_SERVED: step('ASK_PERSON', 3),
    UNREACHABLE: step('CONTACT', 1),
    OTHER: step('NEXT_PROVIDER', 2),
    NO_SAFE_STAFF: step('NEXT_PROVIDER', 1),
    AGE_LIMIT: step('NEXT_PROVIDER', 1),
    CONFLICT_OF_INTEREST: step('NEXT_PROVIDER', 1),
    NOT_SAFE_HERE: step('SAFETY', 1),
    CONSENT_DOUBT: step('ASK_PERSON', 1),
    SERVICE_PAID: step('PAY', 2),
  },
  'report-not-accessed': {
    DID_NOT_COME: step('CONTACT', 2),
    TOO_FAR: step('TRANSPORT', 2),
    COST: step('PAY', 2),
    NOT_SAFE: step('SAFETY', 1),
    TURNED_AWAY: step('PROVIDER', 1),
    NOT_TOLD: step('CONTACT', 1),
    UNREACHABLE: step('CONTACT', 3),
    MOVED_AWAY: step('TRANSFER', 7),
    CHANGED_MIND: step('ASK_PERSON', 7),
    SERVICE_CLOSED: step('FIX_DIRECTORY', 1),
    PREVENTED: step('SAFETY', 1),
    CARE_DUTIES: step('SUPPORT', 3),
    OTHER: step('ASK_PERSON', 3),
  },
}

/** The step for this reason; one that is not known asks the person within two days. PURE. */
export function nextStepOf(after: keyof Table, reason: string): NextStep {
  const steps: Readonly<Record<string, NextStep>> = NEXT_STEPS[after]
  return (Object.hasOwn(steps, reason) ? steps[reason] : undefined) ?? step('ASK_PERSON', 2)
}
