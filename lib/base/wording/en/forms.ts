import type { fr } from '../fr/forms'

export const en: Record<keyof typeof fr, string> = {
  problem: 'There is a problem',
  'nothing-lost':
    'Nothing was lost. Correct {count, plural, one {this answer} other {these # answers}}, then send.',
  'nothing-lost-stale': 'What you typed is kept. Read the current version, then send again.',
  'already-saved':
    'This form was already saved at {time}. The different text is kept here: you can send it as a new record.',
  'kept-after-expiry': 'Your session had run out. Everything you typed is here: read it again and send.',
  stale: 'Somebody changed this while you were typing',
  optional: 'optional',
  error: 'Error',
  required: 'Answer this question',
  'too-long': 'This is too long',
  'not-a-code': 'Choose an answer from the list',
  'not-a-day': 'Write a date like 30/6/2014',
  'out-of-range': 'This number is not possible here',
  'in-future': 'This date is in the future',
  'too-early': 'This date is too long ago',
  'unknown-field': 'This form has no such question',
  choose: 'Choose…',
  save: 'Save',
  continue: 'Continue',
  back: 'Back',
  cancel: 'Cancel',
  none: 'None',
  change: 'Change',
}
