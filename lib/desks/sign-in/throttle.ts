import { createHmac } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { pool } from '@/lib/platform/db/client'
import { signInAttempts } from '@/lib/platform/db/schema'
import { derivedKey } from '@/lib/platform/env/env'

const freeTries = 5
const longestWait = 120
const triesPerAddress = 60

const keyed = (kind: string, value: string) =>
  createHmac('sha256', derivedKey('throttle')).update(`${kind}:${value}`).digest()

/** Seconds to wait before another try: doubling after five wrong ones in 15 minutes, never a permanent lock. PURE. */
export function waitAfter(failures: number, secondsSinceLast: number): number {
  if (failures < freeTries) return 0
  const wait = Math.min(longestWait, 2 ** (failures - freeTries + 1))
  return Math.max(0, Math.ceil(wait - secondsSinceLast))
}

/**
 * Takes a try for this account and address, before the password is looked at; both known and unknown accounts are
 * counted alike. Returns the seconds to wait, 0 when the try may go on. A refused try is not counted.
 */
export async function takeTry(account: string, address: string): Promise<number> {
  const accountHash = keyed('account', account)
  const addressHash = keyed('address', address)
  return pool('auth').transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${accountHash.readInt32BE(0)}, 1)`)
    const [row] = await tx.execute<{ failures: number; since: number | null; fromaddress: number }>(sql`
      select count(*) filter (where account_hash = ${accountHash})::int as failures,
        extract(epoch from now() - max(at) filter (where account_hash = ${accountHash}))::float as since,
        count(*) filter (where address_hash = ${addressHash})::int as fromaddress
      from access.sign_in_attempts
      where (account_hash = ${accountHash} or address_hash = ${addressHash}) and at > now() - interval '15 minutes'`)
    const wait = waitAfter(row?.failures ?? 0, row?.since ?? 1e9)
    if (wait > 0) return wait
    if ((row?.fromaddress ?? 0) >= triesPerAddress) return longestWait
    await tx.insert(signInAttempts).values({ accountHash, addressHash })
    return 0
  })
}

/** A right password clears the account's count. */
export async function clearTries(account: string): Promise<void> {
  await pool('auth')
    .delete(signInAttempts)
    .where(eq(signInAttempts.accountHash, keyed('account', account)))
}
