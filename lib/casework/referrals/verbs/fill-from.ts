import { draftPlace, type ReferralDraft } from '@/lib/base/addresses/referral-places'
import type { Ctx } from '@/lib/platform/gate/verb'
import { openKeys } from '@/lib/platform/vault/keys'
import { unsealJson } from '@/lib/platform/vault/seal'
import type { ReferralRow } from '../reach/scope'

/** What the next referral of the same service takes from an earlier one. */
export type Filling = {
  words: Pick<ReferralDraft, 'reasonText' | 'meetingPlace' | 'askedByPerson' | 'papers'>
  row: Pick<ReferralRow, 'priority' | 'facts' | 'withoutName'>
}

/**
 * What an earlier referral said: the need, how urgent, where to meet, which facts. What the person agreed to for that
 * partner alone does not come along. Nothing where its words cannot be read any more.
 */
export async function fillingOf({ tx }: Ctx, before: ReferralRow): Promise<Filling | undefined> {
  if (!before.draft) return undefined
  const key = (await openKeys(tx, [before.keyId])).get(before.keyId)
  const words = key && unsealJson<ReferralDraft>(key, draftPlace(before.id), before.draft)
  if (!words?.reasonText) return undefined
  const { reasonText, meetingPlace, askedByPerson, papers } = words
  const { priority, facts, withoutName } = before
  return { words: { reasonText, meetingPlace, askedByPerson, papers }, row: { priority, facts, withoutName } }
}
