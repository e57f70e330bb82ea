import { commentPlace } from '@/lib/base/addresses/referral-places'
import { longText } from '@/lib/base/forms/fields'
import { referralComments } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { openKeys } from '@/lib/platform/vault/keys'
import { seal } from '@/lib/platform/vault/seal'

/** The words behind a coded reason: asked for where the code says "other", welcome beside any. */
export const comment = longText({ max: 1000, optional: true, rows: 3 })

/** "Other" says which; every other reason is enough by itself. PURE. */
export const otherNeedsWords = (reason: string, words: string, field: string): Record<string, string> =>
  reason === 'OTHER' && words === '' ? { [field]: 'needed-for-other' } : {}

type Moved = { id: string; keyId: string; version: number }

/** Keeps them with the move just made, sealed with the key of the case's team; the partner never reads them. */
export async function writeComment({ tx, actor }: Ctx, referral: Moved, words: string): Promise<void> {
  if (words === '') return
  const { id, keyId } = referral
  const key = (await openKeys(tx, [keyId])).get(keyId)
  if (!key) throw new Error('a referral whose team key is out of its mover’s reach')
  const version = referral.version + 1
  const body = seal(key, commentPlace(id, version), words)
  await tx.insert(referralComments).values({ referralId: id, version, authorId: actor.userId, keyId, body })
}
