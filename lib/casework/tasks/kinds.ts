/**
 * What can wait for somebody of ours, and whose work it is. PURE. The database holds the same list (app.task_kinds);
 * a new kind is a row there, a line here and its wording (`tasks.kind.<KIND>`).
 */
export const taskKinds = {
  /** A service has a date: the person must hear when and where. */
  TELL_PERSON: 'TEAM',
  /** The person says the service did not come. */
  NOT_CONFIRMED: 'TEAM',
  /** A referral ended without the service: what comes next. */
  NEXT_STEP: 'TEAM',
  /** A supervisor recalled what stayed silent and chose whom to ask next (its reason): the person is asked first. */
  ASK_NEXT: 'TEAM',
  RENEW_CONSENT: 'TEAM',
  /** Somebody did not confirm what an answer rests on: ask a parent, a guardian or an authority, or ask to confirm again. */
  FIND_BASIS: 'TEAM',
  /** The supervisor gave back a risk rated lower than proposed, or an assessment proposes more: rate it again. */
  RATE_AGAIN: 'TEAM',
  /** Closed without the service: the help or the other referral that the person was promised. */
  PROMISED: 'TEAM',
  /** Care that helps only for some hours or days after what happened: each clinical clock, and seeing the person soon. */
  /** Answers of an assessment call for a screening for trafficking: a conversation by somebody trained, never a verdict. */
  SCREEN_TRAFFICKING: 'TEAM',
  CARE_PEP: 'TEAM',
  CARE_EC: 'TEAM',
  CARE_INJURY: 'TEAM',
  SEE_PERSON: 'TEAM',
  /** The day has come on which somebody looks again at a case that waits. */
  REVIEW_HOLD: 'TEAM',
  /** The supervisor did not close: what they wrote is read, and the case goes on or is asked for again. */
  CLOSURE_RETURNED: 'TEAM',
  /** A case is offered to others: their answer is awaited. */
  TRANSFER_WAITS: 'TEAM',
  /** They said no: what follows is decided by whoever offered it. */
  TRANSFER_REFUSED: 'TEAM',
  /** The case came from another office: the person hears who follows them now. */
  TELL_NEW_TEAM: 'TEAM',
  /** An agency was offered the case, or had said yes, and the person took their yes back: the agency hears it from us. */
  TELL_AGENCY: 'TEAM',
  /** A message to an agency did not leave, or there is no address: somebody calls. Opened by the database with what failed. */
  CALL_PARTNER: 'TEAM',
  /** The case is looked at again with the person, by the rhythm of its risk. */
  REVIEW_CASE: 'TEAM',
  /** Something with a day and an hour: what came of it. About the case; its subject is the appointment. */
  KEEP_APPOINTMENT: 'TEAM',
  /** The next step of a return: its reason says which. Kept by the database from the path's rows, like the next four. */
  RETURN_STEP: 'TEAM',
  /** A supervisor gave a grant back: the budget is looked at again. */
  GRANT_RETURNED: 'TEAM',
  /** An approved grant is handed over. */
  GRANT_DELIVER: 'TEAM',
  /** The next visit after a delivery: its reason says which. */
  GRANT_VISIT: 'TEAM',
  /** What a visit found asks for this. */
  VISIT_FOLLOW: 'TEAM',
  /** A grant is asked for: a second person decides. */
  GRANT: 'SUPERVISOR',
  /** An action of the plan that is open: drawn by the database from the plan itself (`app.draw_plan_work`). */
  PLAN_ACTION: 'TEAM',
  /** The supervisor gave the plan back. */
  PLAN_RETURNED: 'TEAM',
  /** A plan waits for a supervisor's word. */
  APPROVE_PLAN: 'SUPERVISOR',
  /**
   * Sealed notes are to be opened to a colleague: the discipline's half, or supervision's. Drawn by the database from the openings
   * (`app.draw_opening_work`), held by nobody and seen by whoever may say that word alone.
   */
  OPENING_DISCIPLINE: 'TEAM',
  OPENING_SUPERVISION: 'SUPERVISOR',
  /** A supervisor's own offer was refused. */
  SEE_TRANSFER_REFUSED: 'SUPERVISOR',
  /** Another agency takes the case: it is handed out. */
  HAND_OUT: 'SUPERVISOR',
  /** A partner answered after the case was closed: about the referral, so that it is found there. */
  LATE_ANSWER: 'SUPERVISOR',
  /** An agency referred somebody to us: it hears that this came, then what became of it. About the alert; its reason is the urgency. */
  TELL_RECEIVED: 'SUPERVISOR',
  TELL_OUTCOME: 'SUPERVISOR',
  /** A consent was withdrawn: the agency deletes what it was sent, and says so. A kind of its own in the queue. */
  AWAIT_DELETION: 'SUPERVISOR',
  HARM: 'SUPERVISOR',
  CONFIRM_BEST_INTERESTS: 'SUPERVISOR',
  CONFIRM_VITAL: 'SUPERVISOR',
  /** A consent that no rule allows, recorded before the rule. */
  REVIEW_CONSENT: 'SUPERVISOR',
  /** Somebody rated the risk lower than the rules propose. */
  SEE_LOWER_RISK: 'SUPERVISOR',
  /** The next contact was put off beyond what the risk allows. */
  SEE_LATER_CONTACT: 'SUPERVISOR',
  /** A case of high risk waits. */
  SEE_HOLD: 'SUPERVISOR',
  /** The author of a sealed note raised a danger flag. */
  SEE_DANGER: 'SUPERVISOR',
  /** A number was asked for although the person said not to call. */
  CALLED_ANYWAY: 'SUPERVISOR',
  /** A heavy decision about a child: a panel decides, and the supervisor says what. */
  DECIDE_PANEL: 'SUPERVISOR',
  /** Two files may be one person. */
  COMPARE_PEOPLE: 'SUPERVISOR',
} as const satisfies Record<string, 'TEAM' | 'SUPERVISOR'>

export type TaskKind = keyof typeof taskKinds

/** Work that somebody was given days for: due when the office's day ends (app.task_kinds.by_day). All other limits are hours. */
export const dayKinds: readonly TaskKind[] = [
  'NOT_CONFIRMED',
  'NEXT_STEP',
  'PROMISED',
  'RENEW_CONSENT',
  'REVIEW_HOLD',
  'CLOSURE_RETURNED',
  'REVIEW_CASE',
  'RETURN_STEP',
  'GRANT_RETURNED',
  'GRANT_DELIVER',
  'GRANT_VISIT',
  'VISIT_FOLLOW',
  'GRANT',
]
export type TaskSubject = { type: 'case' | 'referral' | 'alert' | 'action'; id: string }

export const kindsOf = (side: 'TEAM' | 'SUPERVISOR'): TaskKind[] =>
  (Object.keys(taskKinds) as TaskKind[]).filter((kind) => taskKinds[kind] === side)

/** What rests on the person's agreement to their file and ends with it. Harm, danger and late answers do not. */
const ending: readonly string[] = [
  'SCREEN_TRAFFICKING',
  'DECIDE_PANEL',
  'TELL_PERSON',
  'NOT_CONFIRMED',
  'NEXT_STEP',
  'ASK_NEXT',
  'RENEW_CONSENT',
  'FIND_BASIS',
  'RATE_AGAIN',
  'PROMISED',
  'CARE_PEP',
  'CARE_EC',
  'CARE_INJURY',
  'SEE_PERSON',
  'REVIEW_HOLD',
  'CLOSURE_RETURNED',
  'SEE_HOLD',
  'CONFIRM_BEST_INTERESTS',
  'CONFIRM_VITAL',
  'REVIEW_CONSENT',
  'SEE_LOWER_RISK',
  'TRANSFER_WAITS',
  'TRANSFER_REFUSED',
  'TELL_NEW_TEAM',
  'SEE_TRANSFER_REFUSED',
  'HAND_OUT',
  'REVIEW_CASE',
  'KEEP_APPOINTMENT',
  'SEE_LATER_CONTACT',
  'VISIT_FOLLOW',
  'PLAN_ACTION',
  'PLAN_RETURNED',
  'APPROVE_PLAN',
] satisfies TaskKind[]
export const endsWithConsent = (kind: TaskKind): boolean => ending.includes(kind)

/** In time it is somebody else's turn: a second colleague of any office. Late it stands in the supervisor's queue. */
export const queuedWhenLate: TaskKind[] = ['CONFIRM_VITAL']

/** Care in time: care given or a meeting says that it is done too (`meets`), a referral sent does not. */
export const careKinds: TaskKind[] = ['CARE_PEP', 'CARE_EC', 'CARE_INJURY', 'SEE_PERSON']
/** What somebody of the team says is done. */
export const doneKinds: TaskKind[] = [
  ...careKinds,
  'CLOSURE_RETURNED',
  'TRANSFER_REFUSED',
  'TELL_NEW_TEAM',
  'TELL_AGENCY',
  'VISIT_FOLLOW',
  'CALL_PARTNER',
  'ASK_NEXT',
]

/** So many hours after what happened the care still helps: post-exposure prophylaxis, emergency contraception. */
export const CARE_HOURS = { CARE_PEP: 72, CARE_EC: 120 } as const satisfies Partial<Record<TaskKind, number>>

/** What is done by having looked at it. Everything else ends by an act of its own. */
export const seenKinds: TaskKind[] = [
  'SEE_LOWER_RISK',
  'SEE_DANGER',
  'CALLED_ANYWAY',
  'SEE_HOLD',
  'LATE_ANSWER',
  'SEE_TRANSFER_REFUSED',
  'SEE_LATER_CONTACT',
]

/** Rests while the case waits: what is promised to the person, and what came of a day on which nobody may have gone. In SQL too (app.task_kinds.rests_on_hold). */
export const restingKinds: readonly TaskKind[] = ['REVIEW_CASE', 'KEEP_APPOINTMENT']
