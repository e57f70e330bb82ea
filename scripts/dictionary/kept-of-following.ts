import { at, type Places } from './places'

/** Where what is asked about follow-ups, reviews and appointments is kept. PURE. */
export const keptOfFollowing: Record<string, Places> = {
  'followup.record': {
    ...at('type', 'app.follow_ups.type'),
    ...at('channel', 'app.follow_ups.channel'),
    ...at('followedOn', 'app.follow_ups.on_day', 'app.cases.last_contact_on'),
    ...at('outcome', 'app.follow_ups.outcome'),
    ...at('nextOn', 'app.follow_ups.next_on'),
    ...at('laterReason', 'app.follow_ups.later_reason'),
    ...at('words', 'app.follow_ups.words'),
  },
  'followup.attempt': {
    ...at('channel', 'app.follow_ups.channel'),
    ...at('result', 'app.follow_ups.result'),
    ...at('followedOn', 'app.follow_ups.on_day'),
    ...at('words', 'app.follow_ups.words'),
  },
  'case.review': {
    ...at('reviewedOn', 'app.case_reviews.on_day', 'app.cases.last_contact_on'),
    ...at('saidWith', 'app.case_reviews.said_with'),
    ...at('changed', 'app.case_reviews.changed'),
    ...at('leadsTo', 'app.case_reviews.leads_to'),
    ...at('words', 'app.case_reviews.words'),
  },
  'appointment.book': {
    ...at('kind', 'app.appointments.kind', 'app.appointments.words'),
    ...at('heldOn heldAt', 'app.appointments.starts_at'),
    ...at('place', 'app.appointments.words'),
    ...at('along', 'app.appointments.with_id'),
    // Which sheet an hour rests on is sealed with its place.
    ...at('sheet', 'app.appointments.words'),
  },
  'appointment.move': at('heldOn heldAt', 'app.appointments.starts_at'),
  'appointment.miss': at('missedFor', 'app.appointments.reason'),
  'appointment.cancel': at('cancelledFor', 'app.appointments.reason'),
}
