import type { fr } from '@/lib/base/wording/fr/calendar'

/** Wording of the calendar. */
export const en: Record<keyof typeof fr, string> = {
  title: 'Week of {on}',
  menu: 'Calendar',
  meta: 'No name here. A limit comes from a rule and cannot be moved; an appointment can.',
  'meta-office': 'What is late in your offices, then the limits of the week.',
  before: 'Previous week',
  after: 'Next week',
  now: 'This week',
  today: 'Today',
  counts:
    '{appointments, plural, =0 {} one {# appointment} other {# appointments}}{both, select, yes {, } other {}}{limits, plural, =0 {} one {# limit} other {# limits}}',
  limit: 'Limit',
  'limit-of': 'Limit: {what}',
  care: 'care',
  'no-hour': 'No hour',
  more: '{count} more',
  late: '{count, plural, one {# is left from past days.} other {# are left from past days.}}',
  'late-open': 'See them',
  'late-title': 'Late in your offices',
  download: 'Download 14 days',
  'download-note':
    'A file for your calendar: “Appointment”, the hour, nothing else. It does not update itself and is logged.',
  file: 'appointments',
  summary: 'Appointment',
}
