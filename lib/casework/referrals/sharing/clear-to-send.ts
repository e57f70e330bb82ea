import { draftPlace } from '@/lib/base/addresses/referral-places'
import type { ConsentRow } from '@/lib/casework/consents/cover'
import { purposeOf, recordAgreement } from '@/lib/casework/consents/record-referral-consent'
import type { Actor } from '@/lib/platform/access/actor'
import type { Ctx } from '@/lib/platform/gate/verb'
import { sealJson } from '@/lib/platform/vault/seal'
import type { ReferralRow } from '../reach/scope'
import { type Cover, cover } from './cover'
import { type Preview, previewOf } from './preview-queries'
import { sealPayload } from './seal-payload'

/** What a verb that seals writes beside its move. */
type Sealed = { consentId: string; facts: string[]; payloadHash: Buffer; draft: Buffer; submittedAt: Date }

/**
 * The guards of `submit` and `send-emergency`, and the seal. A yes that was given on page 1 and read back becomes the
 * consent row here, for exactly the facts that leave; otherwise a consent that stands is used as it is. Nothing is
 * written unless everything holds. The problem is an error code of the field `read`.
 */
export async function clearToSend(
  ctx: Ctx,
  referral: ReferralRow,
  readBack: boolean,
): Promise<{ sealed: Sealed } | { problem: string }> {
  const preview = await previewOf(ctx, referral)
  const problem = whatIsMissing(preview, referral, { readBack, actor: ctx.actor })
  const { payloads, leaving, draft, key } = preview
  if (problem || !payloads.ok) return { problem: problem ?? 'refused' }
  const consentId = await standingConsent(ctx, referral, preview)
  const payloadHash = await sealPayload(ctx, referral, {
    consentId,
    texts: [payloads.canonical1, payloads.canonical2],
  })
  const { consent: _, ...words } = draft
  return {
    sealed: {
      consentId,
      facts: leaving,
      payloadHash,
      draft: sealJson(key, draftPlace(referral.id), words),
      submittedAt: ctx.actor.now,
    },
  }
}

/** Answers of page 1 that become a consent row at submitting; a later draft has none. */
export const willRecord = ({ draft }: Pick<Preview, 'draft'>): boolean =>
  draft.consent !== undefined && draft.consent.answer !== 'EXISTING'

type Reader = { readBack: boolean; actor: Pick<Actor, 'userId' | 'now'> }

/** The first thing that stands in the way, as a code; nothing when it may be sealed. PURE. */
export function whatIsMissing(
  preview: Preview,
  referral: Pick<ReferralRow, 'entryId' | 'partnerCode' | 'service'>,
  { readBack, actor }: Reader,
): string | undefined {
  if (referral.entryId === null) return 'no-partner'
  if (!preview.payloads.ok) return 'refused'
  if (preview.problems.includes('DIRECTORY_CLOSED')) return 'directory'
  if (preview.problems.includes('AGREEMENT_GONE')) return 'agreement'
  if (preview.problems.includes('NOBODY_RECEIVES')) return 'nobody'
  if (!coverOf(preview, referral, actor).ok) return 'cover'
  const heard = readBack || preview.draft.consent?.answer === 'NOT_POSSIBLE'
  return willRecord(preview) && !heard ? 'read' : undefined
}

/** Cover by what stands on file, or by the row that the answers would become: the same rule judges both. PURE. */
export function coverOf(
  { draft, leaving, source, covered }: Preview,
  { partnerCode: partner, service }: Pick<ReferralRow, 'partnerCode' | 'service'>,
  { userId, now }: Reader['actor'],
): Cover {
  const { consent } = draft
  if (!consent || consent.answer === 'EXISTING') return covered
  const row: ConsentRow = {
    id: '',
    purpose: purposeOf(service),
    partner,
    service,
    status: consent.answer,
    legalBasis: consent.answer === 'NOT_POSSIBLE' ? 'VITAL' : 'CONSENT',
    facts: leaving,
    recordedBy: userId,
    secondPerson: consent.secondPerson || null,
    givenAt: now,
    expiresOn: null,
    withdrawnAt: null,
  }
  return cover([row], { partner, service: source.service, facts: leaving, on: now })
}

async function standingConsent(ctx: Ctx, referral: ReferralRow, preview: Preview): Promise<string> {
  const { draft, covered, leaving: facts } = preview
  const { caseId, officeId, sensitivity, partnerCode: partner, service } = referral
  if (draft.consent && willRecord(preview))
    return recordAgreement(
      ctx,
      { caseId, officeId, sensitivity },
      { partner, service, facts, answers: draft.consent },
    )
  if (!covered.ok) throw new Error('sealing without cover')
  return covered.consentId
}
