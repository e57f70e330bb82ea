import { recordAgreement } from '../consents/record-referral-consent'
import { sealJson } from '../vault/seal'
import type { Ctx } from '../write/verb'
import { draftPlace } from './places'
import { type Preview, previewOf } from './preview'
import type { ReferralRow } from './scope'
import { sealPayload } from './seal-payload'

/** What a verb that seals writes beside its move. */
type Sealed = { consentId: string; facts: string[]; payloadHash: Buffer; draft: Buffer; submittedAt: Date }

/**
 * The guards of `submit` and `send-emergency`, and the seal. A yes that was given on page 1 and read back becomes the
 * consent row here, for exactly the facts that leave; a consent that stands already is used as it is. Nothing is
 * written unless everything holds. The problem is an error code of the field `read`.
 */
export async function clearToSend(
  ctx: Ctx,
  referral: ReferralRow,
  readBack: boolean,
): Promise<{ sealed: Sealed } | { problem: string }> {
  const preview = await previewOf(ctx, referral)
  // Whoever confirmed that asking was not possible cannot be the one who records it.
  const alone = willRecord(preview) && preview.draft.consent?.secondPerson === ctx.actor.userId
  const problem = alone ? 'cover' : whatIsMissing(preview, referral, readBack)
  if (problem) return { problem }
  const { payloads, leaving, draft, covered, key } = preview
  if (!payloads.ok) return { problem: 'refused' }
  const consentId = covered.ok ? covered.consentId : await agree(ctx, referral, preview)
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

/** Whether the answers of page 1 still have to become a consent row. PURE. */
export const willRecord = ({ draft, covered }: Pick<Preview, 'draft' | 'covered'>): boolean =>
  !covered.ok && draft.consent !== undefined && draft.consent.answer !== 'EXISTING'

/** The first thing that stands in the way, as a code; nothing when it may be sealed. PURE. */
export function whatIsMissing(
  preview: Preview,
  { entryId }: Pick<ReferralRow, 'entryId'>,
  readBack: boolean,
): string | undefined {
  if (entryId === null) return 'no-partner'
  if (!preview.payloads.ok) return 'refused'
  if (preview.problems.includes('DIRECTORY_CLOSED')) return 'directory'
  if (preview.problems.includes('AGREEMENT_GONE')) return 'agreement'
  if (preview.covered.ok) return undefined
  if (!willRecord(preview)) return 'cover'
  return readBack || preview.draft.consent?.answer === 'NOT_POSSIBLE' ? undefined : 'read'
}

function agree(ctx: Ctx, referral: ReferralRow, { draft, leaving }: Preview): Promise<string> {
  const { caseId, officeId, sensitivity, partnerCode: partner, service } = referral
  if (!draft.consent) throw new Error('no answers to record')
  return recordAgreement(
    ctx,
    { caseId, officeId, sensitivity },
    { partner, service, facts: leaving, answers: draft.consent },
  )
}
