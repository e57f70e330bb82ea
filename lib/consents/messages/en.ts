import type { fr } from './fr'

export const en: Record<keyof typeof fr, string> = {
  title: 'Consents',
  moment: '{purpose}: {status}',
  until: 'until {on}',
  'purpose.CASE_MGMT': 'Case management',
  'purpose.REFERRAL': 'Sharing with a provider',
  'purpose.TRACING': 'Family tracing',
  'purpose.TRANSFER': 'Transfer of the case',
  'purpose.STATS': 'Statistics without identity',
  'purpose.CONTACT': 'Contact by the safe channel',
  'purpose.PHOTO_STORY': 'Photo or testimony',
  'purpose.RETURN': 'Consular or return authorities',
  'new.title': 'Record a consent',
}
