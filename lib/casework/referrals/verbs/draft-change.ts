import { draftPlace, type ReferralDraft } from '@/lib/base/addresses/referral-places'
import type { Ctx } from '@/lib/platform/gate/verb'
import { openKeys } from '@/lib/platform/vault/keys'
import { sealJson, unsealJson } from '@/lib/platform/vault/seal'
import type { ReferralInReach, ReferralRow } from '../reach/scope'
import { moveReferral } from './move-referral'

type Change = {
  /** The words, as they become. */
  draft?: (before: ReferralDraft) => ReferralDraft
  set?: Partial<
    Pick<ReferralRow, 'service' | 'partnerCode' | 'entryId' | 'priority' | 'facts' | 'withoutName'>
  >
}

/** Changes a draft by the verb `edit`. False when somebody was quicker. */
export async function changeDraft(ctx: Ctx, { referral }: ReferralInReach, change: Change): Promise<boolean> {
  const sealed = change.draft && (await resealed(ctx, referral, change.draft))
  return moveReferral(ctx, referral, {
    verb: 'edit',
    party: 'team',
    set: { ...change.set, ...(sealed && { draft: sealed }) },
  })
}

async function resealed(
  { tx }: Ctx,
  referral: ReferralRow,
  become: (before: ReferralDraft) => ReferralDraft,
): Promise<Buffer> {
  const key = (await openKeys(tx, [referral.keyId])).get(referral.keyId)
  if (!key) throw new Error('the key of a referral is out of reach')
  const place = draftPlace(referral.id)
  const before: ReferralDraft = referral.draft
    ? unsealJson(key, place, referral.draft)
    : { reasonText: '', meetingPlace: '', askedByPerson: false }
  return sealJson(key, place, become(before))
}
