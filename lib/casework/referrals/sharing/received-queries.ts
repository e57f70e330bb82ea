import { and, eq } from 'drizzle-orm'
import { sharePlace } from '@/lib/base/addresses/referral-places'
import { referrals, shares, vaultKeys } from '@/lib/platform/db/schema'
import { unwrap } from '@/lib/platform/vault/keys'
import { unsealJson } from '@/lib/platform/vault/seal'
import type { StagePayload } from './payload'

/** The columns of a referral that the partner's login may read: never `select()` on this table here. */
export const receivedColumns = {
  id: referrals.id,
  service: referrals.service,
  priority: referrals.priority,
  state: referrals.state,
  sentAt: referrals.sentAt,
  answeredAt: referrals.answeredAt,
  settledAt: referrals.settledAt,
  endedAt: referrals.endedAt,
  expectedOn: referrals.expectedOn,
  outcome: referrals.outcome,
  outcomeOn: referrals.outcomeOn,
  dueAt: referrals.dueAt,
  dueKind: referrals.dueKind,
  lastAt: referrals.lastAt,
  officeId: referrals.officeId,
  partnerDeletedAt: referrals.partnerDeletedAt,
  version: referrals.version,
}
export type Received = Pick<typeof referrals.$inferSelect, keyof typeof receivedColumns>

/** A slip and its key, as far as row security lets this partner see them at this moment. */
export const slipColumns = {
  share: { id: shares.id, stage: shares.stage, payload: shares.payload },
  key: { id: vaultKeys.id, wrapped: vaultKeys.wrapped },
}
export const slipOfReferral = (stage?: 1 | 2) =>
  and(eq(shares.referralId, referrals.id), stage === undefined ? undefined : eq(shares.stage, stage))
export const keyOfSlip = eq(vaultKeys.id, shares.keyId)

type Sealed = {
  share: { id: string; stage: number; payload: Buffer } | null
  key: { id: string; wrapped: Buffer } | null
}

/** What a slip says; nothing when the database did not hand out both the slip and its key. */
export function openSlip({ share, key }: Sealed): StagePayload | undefined {
  return share && key ? unsealJson<StagePayload>(unwrap(key), sharePlace(share.id), share.payload) : undefined
}
