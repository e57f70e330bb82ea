import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Where a sealed value lives. It is bound into the seal, so that a ciphertext moved elsewhere does not open. */
export type Place = { table: string; column: string; row: string }

const version = 1

/**
 * AES-256-GCM with a random 96-bit nonce: version | nonce | tag | ciphertext.
 * Additional data = table, column, row id, key id.
 */
export function seal(key: OpenKey, place: Place, plain: string | Buffer): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce)
  cipher.setAAD(boundTo(place, key.id))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), body])
}

/** Throws when the key, the place or a single bit is not the one that was sealed. */
export function unseal(key: OpenKey, place: Place, sealed: Buffer): Buffer {
  if (sealed[0] !== version) throw new Error('unknown seal version')
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, sealed.subarray(1, 13))
  decipher.setAAD(boundTo(place, key.id))
  decipher.setAuthTag(sealed.subarray(13, 29))
  return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()])
}

/** A data key, unwrapped. Never leaves the process, never logged. */
export type OpenKey = { id: string; bytes: Buffer }

const boundTo = (place: Place, keyId: string) =>
  Buffer.from([place.table, place.column, place.row, keyId].map((part) => `${part.length}:${part}`).join('|'))

export const sealJson = (key: OpenKey, place: Place, value: unknown): Buffer =>
  seal(key, place, JSON.stringify(value))

export const unsealJson = <T>(key: OpenKey, place: Place, sealed: Buffer): T =>
  JSON.parse(unseal(key, place, sealed).toString('utf8')) as T
