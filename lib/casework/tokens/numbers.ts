import { createHmac } from 'node:crypto'
import { derivedKey } from '@/lib/platform/env/env'

/**
 * Tokens of ordinary and of restricted people are made with keys of their own: neither tells anything about the other.
 */
export type Book = 'open' | 'restricted'

const keys = new Map<Book, Buffer>()
/** Derived from the instance secret as the wrapping key is, and used for nothing else. */
export function bookKey(book: Book): Buffer {
  const known = keys.get(book) ?? derivedKey(`search tokens ${book}`)
  keys.set(book, known)
  return known
}

const LETTER = 26n
const HASH_BITS = 40n

/** A kind of up to three letters and five bytes of a keyed hash as one number, which an index holds in eight bytes. PURE. */
export function numberOf(kind: string, token: Uint8Array): bigint {
  const place = [...kind].reduce((sum, letter) => sum * (LETTER + 1n) + BigInt(letter.charCodeAt(0) - 64), 0n)
  return (place << HASH_BITS) | token.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
}

/** `W` a word of a name, `L` a word of a place. The engine's own kinds are longer, or `P`. */
export type WordKind = 'W' | 'L'

export function wordNumber(book: Book, kind: WordKind, word: string, shelf: number): bigint {
  const hash = createHmac('sha256', bookKey(book)).update(`${kind}\u0000${word}\u0000${shelf}`).digest()
  return numberOf(kind, hash.subarray(0, 5))
}
