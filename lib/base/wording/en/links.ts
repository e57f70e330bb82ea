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
  'ask-sms':
    'It comes by SMS to the number we know; else call us and say the reference: we call you back on that number and read six digits. From then on the link opens on this device only.',
  type: 'Type the code',
  'type-lead':
    'Call us and say the reference {code}: we call you back on the number we know and read six digits.',
  'type-sms':
    'An SMS leaves with the code, to the number we know. Nothing comes? Call us and say the reference {code}: we call you back on that number and read six digits.',
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
  letter:
    'Relais: an answer is awaited from you.\n{links}\nThe link shows nothing without a code, which comes to you another way: ask for it on that page, or call the team.',
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
    'Give this link to the number of the directory, and to nobody else. It is shown here until somebody opens it.',
  'staff.fresh-mailed':
    'The link left by mail. Nobody has opened it yet: it is shown here, to give it to the number of the directory as well.',
  'staff.letter-SENT': 'Mail with the link sent to {mail} on {at}.',
  'staff.letter-QUEUED': 'A mail with the link waits to be sent to {mail}.',
  'staff.letter-FAILED': 'The mail with the link did not reach {mail}: call.',
  'staff.asked':
    'A code was asked for, and its ten minutes are over. Let them ask for another on the page of the link.',
  'staff.opened':
    'The link is open on a device. To come back, another code is asked for there; it appears here.',
  'staff.no-tries': 'Five codes were wrong: this link opens no more. Call, then make another.',
  'staff.code': 'A code is asked for. Read it aloud to the number of the directory:',
  'staff.code-until': 'It is good until {at}, once.',
  'staff.sms-ASKED': 'An SMS with this code leaves as well, to the number of the directory.',
  'staff.sms-SENT': 'This code left by SMS as well, to the number of the directory.',
  'staff.sms-FAILED': 'By SMS this code did not arrive: read it out.',
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
