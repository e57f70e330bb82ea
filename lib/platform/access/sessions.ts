import { createHash, randomBytes } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { append } from '@/lib/platform/audit/append'
import { pool } from '@/lib/platform/db/client'
import { sessions } from '@/lib/platform/db/schema'
import { linkSessionCookie, type SessionKind, sessionCookie } from './cookies'

/** Absolute life of a session; idle life (15 minutes) stands in access.live_session(). */
const absolute = sql`interval '12 hours'`

export const hashOf = (token: string): Buffer => createHash('sha256').update(token, 'utf8').digest()

/** Starts a session and returns its token: 32 random bytes, kept only as a hash. Earlier sessions stay, other devices. */
export async function startSession(userId: string, kind: SessionKind): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await pool('auth').transaction(async (tx) => {
    await tx.insert(sessions).values({
      tokenHash: hashOf(token),
      userId,
      kind,
      expiresAt: sql`now() + ${absolute}` as never,
    })
    await tx.execute(sql`select set_config('relais.session', ${token}, true)`)
    await append(tx, { action: 'session.start', subject: { type: 'user', id: userId }, outcome: 'done' })
  })
  return token
}

/** Ends every session of a user at once: deactivation, changed password, lost device. */
export async function revokeSessions(userId: string): Promise<void> {
  await pool('auth')
    .update(sessions)
    .set({ revokedAt: sql`now()` as never })
    .where(eq(sessions.userId, userId))
}

/** Whatever session a browser brings along ends: a new one never leaves an old token alive behind it. */
export async function endPresented(read: (name: string) => string | undefined): Promise<void> {
  for (const name of [sessionCookie('staff'), sessionCookie('partner'), linkSessionCookie()]) {
    const token = read(name)
    if (token) await revokeToken(token)
  }
}

/** Ends the one session of this token. */
export async function revokeToken(token: string): Promise<void> {
  await pool('auth')
    .update(sessions)
    .set({ revokedAt: sql`now()` as never })
    .where(eq(sessions.tokenHash, hashOf(token)))
}
