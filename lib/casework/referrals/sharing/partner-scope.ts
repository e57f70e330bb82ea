import { and, eq } from 'drizzle-orm'
import { isUuid } from '@/lib/base/forms/uuid'
import { referrals, shares, vaultKeys } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { unwrap } from '@/lib/platform/vault/keys'
import type { OpenKey } from '@/lib/platform/vault/seal'
import { within } from '../reach/within'
import { keyOfSlip, type Received, receivedColumns, unexpired } from './received-queries'

/** A referral as the partner holds it while acting on it; `key` seals the messages, absent once sharing has ended. */
export type Held = { referral: Received; key: OpenKey | undefined }

/**
 * The referral behind an id, locked, if it was sent to this partner. The slip is read after the lock, so that a
 * withdrawal which was quicker is seen.
 */
export async function lockReceived({ tx, actor }: Ctx, id: string | undefined): Promise<Held | undefined> {
  if (!isUuid(id)) return undefined
  const [referral] = await tx
    .select(receivedColumns)
    .from(referrals)
    .where(and(eq(referrals.id, id), within(actor)))
    .for('update')
  if (!referral) return undefined
  const [key] = await tx
    .select({ id: vaultKeys.id, wrapped: vaultKeys.wrapped })
    .from(shares)
    .innerJoin(vaultKeys, keyOfSlip)
    .where(and(eq(shares.referralId, id), eq(shares.stage, 1), unexpired))
  // Whoever said that the copy is deleted reads no more.
  return { referral, key: key && !referral.partnerDeletedAt ? unwrap(key) : undefined }
}
