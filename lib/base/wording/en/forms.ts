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
  'too-long-by':
    '{over, plural, one {# character too many} other {# characters too many}}: {most, number} at most. Nothing was cut.',
  'not-a-code': 'Choose an answer from the list',
  'not-a-day': 'Write a date like 30/6/2014',
  'out-of-range': 'This number is not possible here',
  'in-future': 'This date is in the future',
  'too-early': 'This date is too long ago',
  'text-phone':
    'Your text contains a telephone number. Take it out: it leaves with the information ticked, never inside a text.',
  'text-label': 'Your text names violence, an armed group or trafficking. Say the need, not the cause.',
  'invisible-only': 'This text holds no visible character',
  'control-characters': 'This text holds a line break or a character that cannot be seen. Type it again.',
  'direction-marks': 'This text holds invisible marks that change the reading direction. Type it again.',
  'too-late': 'This date is too far ahead',
  'age-disagrees': 'The age and the birth date do not agree. Correct one of them.',
  unusual: 'This number is unusual. Check it.',
  'unknown-field': 'This form has no such question',
  choose: 'Choose…',
  save: 'Save',
  continue: 'Continue',
  back: 'Back',
  cancel: 'Cancel',
  none: 'None',
  change: 'Change',
}
