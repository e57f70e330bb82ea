import { eq } from 'drizzle-orm'
import { pool } from '../db/client'
import { credentials, users } from '../db/schema'
import type { SessionKind } from './cookies'
import type { Asker } from './line'
import { lookUps } from './look-ups'
import { checkPassword } from './passwords'

export type Verified = { userId: string; kind: SessionKind }

/** Folded as stored; an address is looked up, never shown back. */
export const foldEmail = (email: string): string => email.trim().toLowerCase().slice(0, 254)

/** The user behind an address and a password, or nothing; the same work whichever of the two is wrong. */
export async function verifyCredentials(
  email: string,
  password: string,
  asker: Asker,
): Promise<Verified | undefined> {
  const [row] = await lookUps.inTurn(asker, async () =>
    pool('auth')
      .select({ userId: users.id, role: users.role, active: users.active, hash: credentials.passwordHash })
      .from(users)
      .innerJoin(credentials, eq(credentials.userId, users.id))
      .where(eq(users.email, foldEmail(email))),
  )
  const fits = await checkPassword(row?.hash, password, asker)
  if (!fits || !row?.active) return undefined
  return { userId: row.userId, kind: row.role === 'PARTNER_FP' ? 'partner' : 'staff' }
}
