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

/** The session that a link opened: of an agency, under a name of its own, because it has no sign-in to go back to. */
export const linkSessionCookie = (): string => `__Host-relais-${env().instanceId}-lsid`

/** The link this browser is tied to: a secret of the browser, and the link's own token. */
export const linkCookie = (): string => `__Host-relais-${env().instanceId}-link`

const TIED = /^([\w-]{43})\.([\w-]{43})$/

/** Which browser this is to links, and the link it followed last. */
export function tiedTo(
  read: (name: string) => string | undefined,
): { browser: string; token: string } | undefined {
  const [, browser, token] = TIED.exec(read(linkCookie()) ?? '') ?? []
  return browser && token ? { browser, token } : undefined
}

export type Presented = {
  kind: SessionKind
  token: string
  /** Where somebody who came by a link goes when the session is over: back to the link. */
  link?: string
}

/** The session a request presents: staff first, one opened by a link last. */
export function presented(read: (name: string) => string | undefined): Presented | undefined {
  for (const kind of ['staff', 'partner'] as const) {
    const token = read(sessionCookie(kind))
    if (token) return { kind, token }
  }
  const token = read(linkSessionCookie())
  const tied = tiedTo(read)
  return token && tied ? { kind: 'partner', token, link: `/r/${tied.token}` } : undefined
}

/** A cookie of ours as a header: for answers that are no page of the framework. Without an age it ends with the browser. */
export const keptCookie = (name: string, value: string, seconds?: number): string =>
  `${name}=${value}; Path=/; ${seconds === undefined ? '' : `Max-Age=${seconds}; `}Secure; HttpOnly; SameSite=Lax`
