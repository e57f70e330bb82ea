import { createHmac } from 'node:crypto'
import { derivedKey, env } from '@/lib/platform/env/env'

/**
 * What a link and its code are worked out from: ids and seeds that the database keeps, with a key that it does not have. A copy of the
 * database opens nothing, and the team can hand a link over again after an answer that was lost on the way.
 */
const mac = (...parts: readonly string[]) =>
  createHmac('sha256', derivedKey('links')).update(parts.join('\n')).digest()

/** The token of a link: 32 bytes, the last part of its address. */
export const tokenOf = (linkId: string): string => mac('token', linkId.toLowerCase()).toString('base64url')

export const addressOf = (linkId: string): string => `${env().origin}/r/${tokenOf(linkId)}`

/** Six digits from a seed. Of 48 bits the rest to a million leans on no digit that anybody could use. */
export const codeOf = (seed: Buffer): string =>
  String(mac('code', seed.toString('hex')).readUIntBE(0, 6) % 1_000_000).padStart(6, '0')

/** What is kept of a code: of this link, so that one code says nothing of another. */
export const codeHash = (token: string, code: string): Buffer => mac('typed', token, code)

/** The session that a code opens in a browser: worked out, so that the same press twice finds the same one. */
export const sessionOf = (token: string, browser: string, code: string): string =>
  mac('session', token, browser, code).toString('base64url')

export const isToken = (text: string): boolean => /^[\w-]{43}$/.test(text)
