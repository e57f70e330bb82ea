import { randomUUID } from 'node:crypto'
import NextAuth, { type NextAuthResult } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { cookieOptions, type SessionKind, sessionCookie } from '@/lib/platform/access/cookies'
import { startSession } from '@/lib/platform/access/sessions'
import { derivedKey, env } from '@/lib/platform/env/env'
import type { Verified } from './verify-credentials'

/** Set by next-auth with the address it was called from, and dropped again at once. */
export const callbackCookie = (): string => `__Host-relais-${env().instanceId}-callback`

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
    cookies: {
      sessionToken: { name: sessionCookie(kind), options: cookieOptions },
      callbackUrl: { name: callbackCookie(), options: cookieOptions },
    },
    providers: [
      Credentials({
        credentials: { ticket: {} },
        authorize: async ({ ticket }) => {
          const userId = tickets.get(String(ticket))
          return userId === undefined ? null : { id: userId }
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

/** Handed from a verified password to the flow, and gone after it: what the flow throws would hide our own errors. */
const tickets = new Map<string, string>()

/** Starts the session of somebody whose password was right, and sets its cookie. */
export async function startFlow({ userId, kind }: Verified): Promise<void> {
  const found = flows.get(kind) ?? flow(kind)
  flows.set(kind, found)
  const ticket = randomUUID()
  tickets.set(ticket, userId)
  try {
    await found.signIn('credentials', { ticket, redirect: false })
  } finally {
    tickets.delete(ticket)
  }
}
