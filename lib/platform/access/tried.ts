import { createHmac, timingSafeEqual } from 'node:crypto'
import { derivedKey, env } from '@/lib/platform/env/env'
import { cookieOptions } from './cookies'

/** The address of a refused sign-in, kept for the page that asks again: signed, two minutes, never in an address bar. */
export const triedCookie = (): string => `__Host-relais-${env().instanceId}-tried`
export const triedOptions = { ...cookieOptions, maxAge: 120 }

const macOf = (email: string): Buffer =>
  createHmac('sha256', derivedKey('tried addresses')).update(email).digest()

/** Longer is no address anybody signs in with. */
const most = 254

export const triedValue = (email: string): string => {
  const kept = email.slice(0, most)
  return `${Buffer.from(kept).toString('base64url')}.${macOf(kept).toString('base64url')}`
}

/** The address in the cookie, if we wrote it. */
export function triedEmail(cookie: string | undefined): string | undefined {
  const [text = '', mac = ''] = (cookie ?? '').split('.')
  const email = Buffer.from(text, 'base64url').toString('utf8')
  const [sent, right] = [Buffer.from(mac, 'base64url'), macOf(email)]
  return email && sent.length === right.length && timingSafeEqual(sent, right) ? email : undefined
}
