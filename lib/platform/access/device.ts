import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { derivedKey, env } from '@/lib/platform/env/env'

/** Accounts one browser may be known to: a shared computer of an office. */
const MOST = 6
const MARK = /^[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}$/

export const deviceCookie = (): string => `__Host-relais-${env().instanceId}-device`

const macOf = (account: string, nonce: string): Buffer =>
  createHmac('sha256', derivedKey('known browsers')).update(`${nonce}:${account}`).digest()

const marksIn = (cookie: string | undefined): string[] =>
  (cookie ?? '')
    .slice(0, 600)
    .split('~')
    .filter((mark) => MARK.test(mark))

/**
 * The mark by which this account knows this browser, or nothing. A mark is signed for one account: another account, or
 * another instance, does not know it. It opens nothing; it only spares waiting for what strangers tried.
 */
export function knownAs(account: string, cookie: string | undefined): string | undefined {
  return marksIn(cookie).find((mark) => {
    const [nonce = '', mac = ''] = mark.split('.')
    const sent = Buffer.from(mac, 'base64url')
    const right = macOf(account, nonce)
    return sent.length === right.length && timingSafeEqual(sent, right)
  })
}

/** The cookie's value once this account knows the browser: its mark first, those of others kept. */
export function rememberedAs(account: string, cookie: string | undefined): string {
  const known = knownAs(account, cookie)
  const nonce = randomBytes(16).toString('base64url')
  const mark = known ?? `${nonce}.${macOf(account, nonce).toString('base64url')}`
  return [mark, ...marksIn(cookie).filter((other) => other !== mark)].slice(0, MOST).join('~')
}
