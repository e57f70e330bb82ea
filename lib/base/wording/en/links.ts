import type { fr } from '../fr/links'

export const en: Record<keyof typeof fr, string> = {
  title: 'An answer is awaited from you',
  lead: 'To protect somebody, nothing is shown before the code that we read out to you by telephone.',
  again: 'This page was closed',
  continue: 'Continue',
  'again-lead': 'Another code opens it again, on this device only.',
  reference: 'Reference',
  until: 'Answer awaited before',
  ask: 'Ask for my code',
  'ask-more':
    'Then call us and say the reference: we call you back on the number we know and read six digits. From then on the link opens on this device only.',
  type: 'Type the code',
  'type-lead':
    'Call us and say the reference {code}: we call you back on the number we know and read six digits.',
  code: 'Code of six digits',
  'code-until': 'It is good until {at}.',
  'code-missing': 'Type the six digits of the code',
  'code-wrong':
    '{left, plural, one {This is not the code. # try is left} other {This is not the code. # tries are left}}',
  read: 'Read the request',
  'read-more': 'Reading acknowledges receipt: the time is noted and we see it.',
  another: 'Another code',
  close: 'Close this page',
  over: 'This link opens no more',
  'over-lead':
    'It was replaced, or its 72 hours are over. Call the team that gave it to you: they make another, or note your answer.',
  'over-again': 'Back to the link',
  elsewhere: 'This link is open on another device',
  'elsewhere-lead':
    'It opens only where the first code was asked for. If that was not you, call us at once: we close it and make another.',
  'no-tries': 'Five codes were wrong',
  'no-tries-lead': 'To be safe, this link opens no more. Call us: we make another, or note your answer.',
  declined: 'Your no is noted',
  'declined-lead':
    'We look elsewhere. Nothing is left for you to do; delete the link and whatever you noted.',
  'taken-back': 'This request was taken back',
  'taken-back-lead':
    'Nothing of it can be read here any more. Delete what you noted and do not contact the person about it. Is help under way? Call us.',
  'not-there': 'This link opens one request; nothing else is here.',
  'to-it': 'Back to the request',

  'staff.title': 'Link for {partner}',
  'staff.lead':
    'Whoever has no account answers by a link, from a telephone: read, accept, ask, decline, say what happened. The link shows nothing without a code that you read out.',
  'staff.before': 'The link before is over.',
  'staff.make': 'Make a link',
  'staff.renew': 'Make another link',
  'staff.renew-more': 'Another link closes this one at once.',
  'staff.end': 'Close the link',
  'staff.address': 'Address to hand over',
  'staff.by-sms': 'Send it by SMS from this device',
  'staff.sms': 'An answer is awaited from you: {link}',
  'staff.fresh':
    'Relais does not send this link: give it to the number of the directory, and to nobody else. It is shown here until somebody opens it.',
  'staff.asked':
    'A code was asked for, and its ten minutes are over. Let them ask for another on the page of the link.',
  'staff.opened':
    'The link is open on a device. To come back, another code is asked for there; it appears here.',
  'staff.no-tries': 'Five codes were wrong: this link opens no more. Call, then make another.',
  'staff.code': 'A code is asked for. Read it aloud to the number of the directory:',
  'staff.code-until': 'It is good until {at}, once.',
  'staff.only-there': 'Call this number back rather than read the code to whoever calls you.',
  'staff.look': 'See whether a code is asked for',
  'staff.until': 'This link is good until {at}.',
  'staff.stands.code': 'A code is asked for:',
  'staff.stands.code-link': 'read it to {partner}',
  'staff.stands.fresh': 'A link is made, nobody has opened it yet:',
  'staff.stands.asked': 'A link is in the hands of {partner}, not read yet:',
  'staff.stands.opened': 'Read by the link; it is good until {at}:',
  'staff.stands.no-tries': 'Five codes were wrong, the link opens no more:',
  'staff.stands.see': 'see the link',
}
