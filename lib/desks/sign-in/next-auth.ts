import NextAuth, { type NextAuthResult } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { cookieOptions, type SessionKind, sessionCookie } from '@/lib/platform/access/cookies'
import { startSession } from '@/lib/platform/access/sessions'
import { derivedKey } from '@/lib/platform/env/env'
import { verifyCredentials } from './verify-credentials'

/**
 * next-auth runs the sign-in of a provider and sets the cookie; nothing else. The cookie carries our opaque token (its
 * `encode`), sessions are read by access.enter() only, and its routes are not mounted.
 */
function flow(kind: SessionKind): NextAuthResult {
  return NextAuth({
    secret: derivedKey('next-auth').toString('base64url'),
    trustHost: true,
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
    session: { strategy: 'jwt', maxAge: 12 * 60 * 60 },
    cookies: { sessionToken: { name: sessionCookie(kind), options: cookieOptions } },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        authorize: async ({ email, password }) => {
          const found = await verifyCredentials(String(email ?? ''), String(password ?? ''))
          return found?.kind === kind ? { id: found.userId } : null
        },
      }),
    ],
    jwt: {
      encode: async ({ token }) => (token?.sub ? startSession(token.sub, kind) : ''),
      decode: async () => null,
    },
  })
}

const flows = new Map<SessionKind, NextAuthResult>()

export function signInFlow(kind: SessionKind): NextAuthResult['signIn'] {
  let found = flows.get(kind)
  if (!found) {
    found = flow(kind)
    flows.set(kind, found)
  }
  return found.signIn
}
