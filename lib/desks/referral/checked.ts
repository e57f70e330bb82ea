import type { RawValues } from '@/lib/base/forms/form'
import { compose, sameValue } from '@/lib/base/forms/merge'
import { lastNo } from '@/lib/casework/consents/standing-no'
import type { ReferralRow } from '@/lib/casework/referrals/reach/scope'
import { coverOf, readUntil, whatIsMissing, willRecord } from '@/lib/casework/referrals/sharing/clear-to-send'
import { type Cover, purposeOf } from '@/lib/casework/referrals/sharing/cover'
import type { Preview } from '@/lib/casework/referrals/sharing/preview-queries'
import { shareForm } from '@/lib/casework/referrals/verbs/forms'
import { supervisorsFor } from '@/lib/casework/staff/supervisor-queries'
import { type Draft, findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'

const uncovered = (answer: Cover) => (answer.ok ? undefined : answer)

/** What is looked at before a draft is sent, on whichever page: what is missing, what was said before, who decides. */
export async function checkedFor(
  reading: Reading,
  referral: ReferralRow,
  { preview, verb }: { preview: Preview; verb: 'submit' | 'send-emergency' },
) {
  const { actor } = reading
  const { service, partnerCode: partner } = referral
  const use = verb === 'send-emergency' ? 'EMERGENCY' : 'PREPARE'
  return {
    preview,
    supervisors: await supervisorsFor(reading, referral),
    records: willRecord(preview),
    mustRead: willRecord(preview) && preview.draft.consent?.answer !== 'NOT_POSSIBLE',
    until: readUntil(preview, referral, actor.now),
    language: preview.draft.consent?.language ?? '',
    missing: whatIsMissing(preview, referral, { readBack: true, harmAsked: true, use, actor }),
    lastNo: lastNo(preview.rows, { purpose: purposeOf(service), partner, service }),
    uncovered: uncovered(coverOf(preview, referral, { use, actor })),
  }
}

/** Page 3 came back from sending. */
export const sendingDraft = ({ tx, actor }: Reading, query: Query) =>
  findDraft(tx, actor.userId, 'referral.submit', one(query, 'draft'))

/** The ticks of page 3: as they are kept, with what somebody did to them on a page that came back. PURE. */
export function ticksTyped(shown: RawValues, came: Draft | undefined): RawValues {
  if (!came) return shown
  const { facts, papers, withoutName, contactAgreed } = shareForm.fields
  return compose(
    {
      facts: { ...facts, kind: 'codes' },
      papers: { ...papers, kind: 'codes' },
      withoutName,
      contactAgreed,
    },
    { base: came.base ?? shown, theirs: shown, mine: came.values },
  )
}

const TICKS = ['facts', 'papers', 'withoutName', 'contactAgreed']
/** Whether a page's ticks are those it was made with. PURE. */
export const sameTicked = (shown: RawValues, ticks: RawValues): boolean =>
  TICKS.every((name) => sameValue(shown[name], ticks[name]))
