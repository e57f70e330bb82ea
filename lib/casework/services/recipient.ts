import { createHash } from 'node:crypto'
import { Encrypter } from 'age-encryption'

/** A public key of the age format (age-encryption.org): what it opens, only its owner reads. */
const RECIPIENT = /^age1[02-9ac-hj-np-z]{58}$/

/** Whether a text is such a key: its own checksum says so, a slip of the pen is seen. PURE. */
export function isRecipient(text: string): boolean {
  if (!RECIPIENT.test(text)) return false
  try {
    new Encrypter().addRecipient(text)
    return true
  } catch {
    return false
  }
}

/** What two people read to each other to know that they hold the same key: four groups of four. PURE. */
export const fingerprintOf = (recipient: string): string =>
  (createHash('sha256').update(recipient).digest('hex').slice(0, 16).match(/.{4}/g) ?? []).join(' ')

/** The same, however it was typed. PURE. */
export const sameFingerprint = (recipient: string, typed: string): boolean =>
  typed.toLowerCase().replace(/[^0-9a-f]/g, '') === fingerprintOf(recipient).replace(/ /g, '')

/** A text that only the holder of the key reads. Each time another file: two of the same text are not alike. */
export async function sealedFor(recipient: string, text: string): Promise<Uint8Array<ArrayBuffer>> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  return new Uint8Array(await encrypter.encrypt(text))
}
