import { sql } from 'drizzle-orm'
import { pool } from '@/lib/platform/db/client'

const isToken = (token: string) => /^[\w-]{43}$/.test(token)

/** Whom a one-time link is for, while it can be used; nothing for one that is used, old or not ours. Changes nothing. */
export async function invitedBy(token: string): Promise<{ email: string; name: string } | undefined> {
  if (!isToken(token)) return undefined
  const [row] = await pool('auth').execute<{ email: string; name: string }>(
    sql`select email, name from access.invited(${token})`,
  )
  return row
}

/** Sets the password behind a link, once. Returns the address to sign in with, or nothing when the link is over. */
export async function setPassword(token: string, passwordHash: string): Promise<string | undefined> {
  if (!isToken(token)) return undefined
  const [row] = await pool('auth').execute<{ email: string }>(
    sql`select email from access.use_invitation(${token}, ${passwordHash})`,
  )
  return row?.email
}

/** Whether nobody has an account yet. */
export async function isEmptyInstance(): Promise<boolean> {
  const [row] = await pool('auth').execute<{ empty: boolean }>(sql`select access.is_empty() as empty`)
  return row?.empty === true
}
