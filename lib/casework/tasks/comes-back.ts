import { type TaskKind, taskKinds } from './kinds'

/**
 * What a closing, or the person's no to the file, dropped and what opening the file again takes up. PURE. The database does it
 * (`app.take_up`) by the same list (`app.task_kinds`), decision record 110.
 *
 * - `IN_TIME`: care with a clock, at its own hour and only before it: later the first action of the reopening asks for it.
 * - `STILL`: as long as what it asks for stands as it did; the same day, or its whole time again where the day went by meanwhile.
 * - `null`: is about the waiting, the closing or an offer, which ended; or belongs to a supervisor and never ended.
 */
export const comesBack: Record<TaskKind, 'IN_TIME' | 'STILL' | null> = {
  CARE_PEP: 'IN_TIME',
  CARE_EC: 'IN_TIME',
  CARE_INJURY: 'IN_TIME',
  SEE_PERSON: 'IN_TIME',
  TELL_PERSON: 'STILL',
  SCREEN_TRAFFICKING: 'STILL',
  NOT_CONFIRMED: 'STILL',
  NEXT_STEP: 'STILL',
  ASK_NEXT: 'STILL',
  PROMISED: 'STILL',
  /** While the agency reads on the consent that ends. */
  RENEW_CONSENT: 'STILL',
  /** While an answer that nobody confirmed waits for a newer one. */
  FIND_BASIS: 'STILL',
  /** Both while the rating is less than proposed. */
  RATE_AGAIN: 'STILL',
  SEE_LOWER_RISK: 'STILL',
  /** Both until the case is offered again. */
  TRANSFER_REFUSED: 'STILL',
  SEE_TRANSFER_REFUSED: 'STILL',
  TELL_NEW_TEAM: 'STILL',
  REVIEW_CASE: 'STILL',
  /** Before its day only: what came of a day gone by is nobody's question any more. */
  KEEP_APPOINTMENT: 'IN_TIME',
  SEE_LATER_CONTACT: null,
  TELL_AGENCY: null,
  CALL_PARTNER: null,
  /** Kept from the rows of the path: they come back with the case by themselves (`app.keep_return_tasks`). */
  RETURN_STEP: null,
  GRANT_RETURNED: null,
  GRANT_DELIVER: null,
  GRANT_VISIT: null,
  GRANT: null,
  VISIT_FOLLOW: 'STILL',
  REVIEW_HOLD: null,
  SEE_HOLD: null,
  CLOSURE_RETURNED: null,
  TRANSFER_WAITS: null,
  HAND_OUT: null,
  LATE_ANSWER: null,
  TELL_RECEIVED: null,
  TELL_OUTCOME: null,
  AWAIT_DELETION: null,
  HARM: null,
  CONFIRM_BEST_INTERESTS: null,
  CONFIRM_VITAL: null,
  REVIEW_CONSENT: null,
  SEE_DANGER: null,
  CALLED_ANYWAY: null,
  COMPARE_PEOPLE: null,
  DECIDE_PANEL: null,
  /** Drawn again from the plan, which keeps what is open and until when. */
  PLAN_ACTION: null,
  PLAN_RETURNED: null,
  APPROVE_PLAN: null,
  /** Drawn again from the opening, if it still waits. */
  OPENING_DISCIPLINE: null,
  OPENING_SUPERVISION: null,
}

/** A task about a referral stands as it did while its referral is in one of these. */
export const standsIn: Partial<Record<TaskKind, readonly string[]>> = {
  TELL_PERSON: ['ACCEPTED'],
  NOT_CONFIRMED: ['CONTESTED'],
  NEXT_STEP: ['DECLINED', 'NOT_ACCESSED'],
  PROMISED: ['CLOSED_UNSERVED'],
  ASK_NEXT: ['CANCELLED'],
}

const supervised: readonly TaskKind[] = [
  'SEE_LOWER_RISK',
  'SEE_TRANSFER_REFUSED',
  'SEE_LATER_CONTACT',
  'APPROVE_PLAN',
  'OPENING_SUPERVISION',
]
/** Dropped by the closing: the team's work, and a supervisor's look at what is over with the file. */
export const endsWithCase = (kind: TaskKind): boolean =>
  taskKinds[kind] === 'TEAM' || supervised.includes(kind)

/** How a task ended that was laid aside with its file, not done or decided. */
export const LAID_ASIDE: readonly string[] = ['CASE_CLOSED', 'CONSENT_WITHDRAWN']
