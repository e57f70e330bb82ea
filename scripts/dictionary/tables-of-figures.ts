import type { TableWords } from './words'

/** What figures are summed from. PURE. */
export const figureTables: Readonly<Record<string, TableWords>> = {
  'report.case_months': {
    row: 'what a case adds to a month',
    level: 'person',
    read: 'nobody',
    span: 'case',
    columns: {
      measure: 'what is counted',
      from_day: 'from when it counts',
      until_day: 'until when it counts',
      summed: 'whether it is in the sum',
    },
  },
  'report.month_sums': {
    row: 'a figure of a month',
    level: 'figures',
    read: 'nobody',
    span: 'figures',
    columns: { measure: 'what is counted', persons: 'how many' },
  },
  'report.referral_facts': {
    row: 'what came of a referral that left',
    level: 'person',
    read: 'nobody',
    span: 'case',
    columns: {
      service: 'which service was asked for',
      restricted: 'whether its case is restricted',
      sent_at: 'when it left',
      word_by: 'by when a first word was promised',
      answer_by: 'by when a decision was promised',
      paused: 'how long a question waited for us',
      asks_us: 'whether a question waits for us',
      first_word_at: 'when the agency first said something',
      answered_at: 'when it decided',
      accepted: 'whether it said yes',
      decline_reason: 'why it said no',
      completed: 'whether the service was said to be delivered',
      contested: 'whether the person ever said it did not come',
      not_accessed: 'whether the person ever did not get to it',
      stands: 'where it stands',
      stopped_at: 'when we ended it before any answer',
    },
  },
}
