import { text } from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
import { isRecipient, sameFingerprint } from './recipient'

/**
 * The public key of an agency's entry, and its fingerprint as the agency read it out. Without the second a key that somebody
 * exchanged on the way would be kept, and every file would open to whoever did. Empty takes the key away.
 */
export const keyForm = form({
  noun: 'exchange',
  fields: {
    recipient: text({ max: 80, optional: true, spellcheck: false }),
    fingerprint: text({ max: 30, optional: true, spellcheck: false }),
  },
  check: ({ recipient, fingerprint }): Record<string, string> => {
    if (recipient === '') return {}
    if (/^age-secret-key-/i.test(recipient)) return { recipient: 'secret' }
    if (!isRecipient(recipient)) return { recipient: 'not-a-key' }
    return sameFingerprint(recipient, fingerprint) ? {} : { fingerprint: 'not-the-same' }
  },
})
