import { and, eq, isNull, or, sql } from 'drizzle-orm'
import { sharePlace } from '@/lib/base/addresses/referral-places'
import { referrals, shares, vaultKeys } from '@/lib/platform/db/schema'
import { settingDays } from '@/lib/platform/settings/read'
import { unwrap } from '@/lib/platform/vault/keys'
import { unsealJson } from '@/lib/platform/vault/seal'
import type { StagePayload } from './payload'

/** The columns of a referral that the partner's login may read: never `select()` on this table here. */
export const receivedColumns = {
  id: referrals.id,
  service: referrals.service,
  priority: referrals.priority,
  // The state as the partner is told it.
  state: referrals.partnerState,
  sentAt: referrals.sentAt,
  answeredAt: referrals.answeredAt,
  settledAt: referrals.settledAt,
  endedAt: referrals.endedAt,
  expectedOn: referrals.expectedOn,
  outcome: referrals.outcome,
  outcomeOn: referrals.outcomeOn,
  dueAt: referrals.partnerDueAt,
  dueKind: referrals.partnerDueKind,
  lastAt: referrals.lastAt,
  officeId: referrals.officeId,
  partnerDeletedAt: referrals.partnerDeletedAt,
  version: referrals.version,
  readingSince: referrals.readingSince,
  settledDays: settingDays('partner.settled'),
  afterDays: settingDays('partner.after'),
}
type Row = typeof referrals.$inferSelect
export type Received = Pick<Row, keyof typeof receivedColumns & keyof Row> & {
  settledDays: number
  afterDays: number
}

/** A slip and its key, as far as row security lets this partner see them at this moment. */
export const slipColumns = {
  share: { id: shares.id, stage: shares.stage, payload: shares.payload },
  key: { id: vaultKeys.id, wrapped: vaultKeys.wrapped },
}
export const slipOfReferral = (stage?: 1 | 2) =>
  and(
    eq(shares.referralId, referrals.id),
    stage === undefined ? undefined : eq(shares.stage, stage),
    unexpired,
  )
/** A slip ends with its consent: the day stands on the slip; row security asks the consent itself. */
export const unexpired = or(isNull(shares.until), sql`${shares.until} >= (clock.casework_now())::date`)
export const keyOfSlip = eq(vaultKeys.id, shares.keyId)

type Sealed = {
  share: { id: string; stage: number; payload: Buffer } | null
  key: { id: string; wrapped: Buffer } | null
}

/** What a slip says; nothing when the database did not hand out both the slip and its key. */
export function openSlip({ share, key }: Sealed): StagePayload | undefined {
  return share && key ? unsealJson<StagePayload>(unwrap(key), sharePlace(share.id), share.payload) : undefined
}
