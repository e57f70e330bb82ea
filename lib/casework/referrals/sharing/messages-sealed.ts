import { randomUUID } from 'node:crypto'
import { and, desc, eq } from 'drizzle-orm'
import { messagePlace } from '@/lib/base/addresses/referral-places'
import { referralMessages, shares } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { openKeys } from '@/lib/platform/vault/keys'
import { seal } from '@/lib/platform/vault/seal'

/** Writes a message of our team, sealed with the key of the stage-1 slip: whoever may read that slip may read it. */
export async function writeMessage({ tx, actor }: Ctx, referralId: string, text: string): Promise<void> {
  const [slip] = await tx
    .select({ keyId: shares.keyId })
    .from(shares)
    .where(and(eq(shares.referralId, referralId), eq(shares.stage, 1)))
    .orderBy(desc(shares.sealedAt))
    .limit(1)
  const key = slip && (await openKeys(tx, [slip.keyId])).get(slip.keyId)
  if (!key) throw new Error('a referral with its partner, but no slip to seal a message with')
  const id = randomUUID()
  await tx.insert(referralMessages).values({
    id,
    referralId,
    at: actor.now,
    authorId: actor.userId,
    party: 'team',
    keyId: key.id,
    body: seal(key, messagePlace(id), text),
  })
}
