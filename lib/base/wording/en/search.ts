import type { fr } from '../fr/search'

export const en: Record<keyof typeof fr, string> = {
  title: 'Search',
  label: 'Name, telephone or code',
  hint: 'Given and family name in any spelling, Arabic too; a village or a year of birth helps. A code MLP-, R- or S- is written with or without hyphens.',
  button: 'Search',
  found: '{count, plural, =0 {No case} one {# case} other {# cases}}',
  within: 'Within what you may open. Close spellings count.',
  'none.title': 'Nothing found in what you may open',
  'none.more':
    'Check the spelling, try the telephone or the given name alone. Cases that you do not open are not searched here.',
  'many.title': 'More than 200 cases answer',
  'many.more':
    'Add a second piece of information: given and family name, the village, the year of birth (“1990”) or the age (“24 years”).',
  'unread.title': 'Nothing to search for in this',
  'unread.more':
    'Write a name, a telephone number of at least six digits, or a code. The last sign of a code checks the others: read it again.',
  'no-code.title': 'Nothing within your reach has this code',
  'no-code.more': 'The code is valid. What it names does not exist, or is not yours: ask your supervisor.',
  register: 'Register a person',
  list: 'See the list of cases',
  files: 'Cases',
  alerts: 'Alerts to triage',
  'why.PHONE': 'Same telephone',
  'why.SAME_NAME': 'Same name',
  'why.NEAR_NAME': 'Close name',
  'why.AT_HOME': 'Somebody of the household bears this name',
  'why.PLACE': 'Same place of origin',
  'row.no-name': 'name not known',
  'row.closed': 'Closed on {at}',
  'row.raised': '{place}, on {at}',
  pages: 'Pages',
  range: '{from}–{to} of {total}',
  next: 'Next page',
  previous: 'Previous page',
}
