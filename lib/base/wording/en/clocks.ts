import type { fr } from '../fr/clocks'

const done =
  '{kind, select, acknowledge {Received} approve {Approved} returned {Returned} decide {Answered} reply {Answered} explain {Answered} verify {Asked} triage {Triaged} review {Reviewed} feedback {Delivered} not_obtained {Not obtained, known} other {Done}} in'

/** A duration named `name`; the values come from `spell(name, …)`. */
const time = (name: string) =>
  `{${name}Shape, select, w {{${name}D, plural, one {# working day} other {# working days}}} d {{${name}D} d} dh {{${name}D} d {${name}H} h} h {{${name}H} h} hm {{${name}H} h {${name}M}} m {{${name}M} min} other {less than a minute}}`

const event =
  '{verb, select, submit {Submitted} approve {Approved} send {Sent} send_emergency {Sent as an emergency} review {Reviewed} acknowledge {Received} ask {Question asked} answer {Question answered} accept {Accepted} decline {Declined} begin {Service begun} complete {Service delivered} report_not_accessed {Service not received} verify {Checked with the person} contest {Not confirmed by the person} correct {Corrected by rule} rebook {New date} close_unserved {Closed without the service} cancel {Cancelled} withdraw_consent {Consent withdrawn} return {Returned} undo {Approval taken back} rebase {Limit revised} raise {Raised} open_case {Case opened} link {Linked to a case} no_action {No action} open {Opened} reopen {Reopened} act {First action} assess {Assessed} agree_plan {Plan agreed} follow_up {Followed up} supervise {Supervised} hand_over {Handed over} rate_risk {Risk rated} hold {Put on hold} resume {Resumed} close {Closed} transfer {Transferred} other {Change}}'

export const en: Record<keyof typeof fr, string> = {
  left: `${time('left')} left`,
  late: `${time('late')} late`,
  /** A limit by itself. */
  limit: time('limit'),
  since: `Waiting ${time('since')}`,
  paused: `Paused for ${time('since')}`,
  met: `${done} ${time('used')}, limit ${time('limit')}`,
  'met-late': `${done} ${time('used')}, late, limit ${time('limit')}`,
  stopped: `Stopped after ${time('used')}, limit ${time('limit')}`,
  name: '{kind, select, review {Review} reply {Our answer} follow_on {What follows for the person} explain {Answer about the service not confirmed} approve {Approval} acknowledge {Receipt} decide {Decision} feedback {Service} verify {Check with the person} triage {Triage} first_action {First action} assess {Assessment} plan {Plan} follow_up {Follow-up} supervise {Supervisor review} other {Due}}',
  'holidays-unknown': 'Holidays of {year} not entered: working days are uncertain',
  'step.started': `${event}: the clock starts, limit ${time('limit')}`,
  'step.received': `${event}: the receiver’s clock starts, limit ${time('limit')}`,
  'step.paused': `${event}: the clock stops`,
  'step.resumed': `${event}: the clock runs again`,
  'step.met': `${event}: done, the clock stops`,
  'step.ended': `${event}: nothing more to wait for`,
  'step.handed-over': `${event}: the sender’s clock ends`,
  'step.reopened': `${event}: the clock goes on as before`,
  'step.rebased': `${event}: new limit ${time('limit')}, the time used stays counted`,
}
