import { eq } from 'drizzle-orm'
import type { SessionKind } from '@/lib/platform/access/cookies'
import { type Asker, trusted } from '@/lib/platform/access/line'
import { lookUps } from '@/lib/platform/access/look-ups'
import { checkPassword } from '@/lib/platform/access/passwords'
import { appendWrongPassword } from '@/lib/platform/audit/append'
import { pool } from '@/lib/platform/db/client'
import { credentials, users } from '@/lib/platform/db/schema'

export type Verified = { userId: string; kind: SessionKind }

/** Folded as stored; an address is looked up, never shown back. */
export const foldEmail = (email: string): string => email.trim().toLowerCase().slice(0, 254)

/** The user behind an address and a password, or nothing; the same work whichever of the two is wrong. */
export async function verifyCredentials(
  email: string,
  password: string,
  asker: Asker = trusted,
): Promise<Verified | undefined> {
  const [row] = await lookUps.inTurn(asker, async () =>
    pool('auth')
      .select({ userId: users.id, role: users.role, active: users.active, hash: credentials.passwordHash })
      .from(users)
      .innerJoin(credentials, eq(credentials.userId, users.id))
      .where(eq(users.email, foldEmail(email))),
  )
  const fits = await checkPassword(row?.hash, password, asker)
  if (!fits || !row?.active) {
    await lookUps.inTurn(asker, () => appendWrongPassword(pool('auth'), row?.userId))
    return undefined
  }
  return { userId: row.userId, kind: row.role === 'PARTNER_FP' ? 'partner' : 'staff' }
}
