import { env } from '@/lib/platform/env/env'

export type SessionKind = 'staff' | 'partner'

/**
 * `__Host-` binds the cookie to this origin and to https (browsers treat loopback as safe); the instance id keeps two
 * instances on one machine apart. Two names, because the cookie chooses the database login.
 */
export const sessionCookie = (kind: SessionKind): string =>
  `__Host-relais-${env().instanceId}-${kind === 'staff' ? 'sid' : 'psid'}`

export const cookieOptions = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' } as const

/** The same cookie, gone: with the attributes it was set with, without which a browser may keep it. */
export const goneCookie = (name: string): string =>
  `${name}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax`

/** The session a request presents: staff first. */
export function presented(
  read: (name: string) => string | undefined,
): { kind: SessionKind; token: string } | undefined {
  for (const kind of ['staff', 'partner'] as const) {
    const token = read(sessionCookie(kind))
    if (token) return { kind, token }
  }
  return undefined
}
