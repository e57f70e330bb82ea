import { draftPlace } from '@/lib/base/addresses/referral-places'
import { daysAfter, isoDayOf } from '@/lib/base/time/days'
import { type Asked, judgeAsked } from '@/lib/casework/consents/asked'
import type { ConsentRow, Use } from '@/lib/casework/consents/cover'
import { saidAt } from '@/lib/casework/consents/newest'
import { isNo } from '@/lib/casework/consents/question'
import { writeConsent } from '@/lib/casework/consents/write-consent'
import { birthOf } from '@/lib/casework/people/birth'
import type { Actor } from '@/lib/platform/access/actor'
import type { Ctx } from '@/lib/platform/gate/verb'
import { sealJson } from '@/lib/platform/vault/seal'
import type { ReferralRow } from '../reach/scope'
import { type Cover, cover, purposeOf } from './cover'
import { coverOfPapers } from './papers'
import type { Preview } from './preview-queries'
import { sealPayload } from './seal-payload'

/** What a verb that seals writes beside its move. */
type Sealed = { consentId: string; facts: string[]; payloadHash: Buffer; draft: Buffer; submittedAt: Date }

/**
 * The guards of `submit` and `send-emergency`, and the seal. A yes that was given on page 1 and read back becomes the
 * consent row here, for exactly the facts that leave; otherwise a consent that stands is used as it is. Nothing is
 * written unless everything holds. The problem is an error code of the field `read`, or of `harmAsked`.
 */
export async function clearToSend(
  ctx: Ctx,
  referral: ReferralRow,
  how: { readBack: boolean; harmAsked: boolean; use: Use; preview: Preview },
): Promise<{ sealed: Sealed } | { problem: string }> {
  const { preview } = how
  const problem = whatIsMissing(preview, referral, { ...how, actor: ctx.actor })
  const { payloads, leaving, draft, key } = preview
  if (problem || !payloads.ok) return { problem: problem ?? 'refused' }
  const standing = await standingConsent(ctx, referral, preview, how.use)
  if ('problem' in standing) return standing
  const consentId = standing.id
  const payloadHash = await sealPayload(ctx, referral, {
    consentId,
    texts: [payloads.canonical1, payloads.canonical2],
    papers: papersOf(preview).map(({ id }) => id),
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

/** The problem that stands at a question of its own. */
const HARM_FIRST = 'needed'
/** The errors of a form that sends, by question. PURE. */
export const sendingErrors = (problem: string): Record<string, string> =>
  problem === HARM_FIRST ? { harmAsked: problem } : { read: problem }

type Reader = { readBack: boolean; harmAsked: boolean; use: Use; actor: Pick<Actor, 'userId' | 'now'> }

/** The first thing that stands in the way, as a code; nothing when it may be sealed. PURE. */
export function whatIsMissing(
  preview: Preview,
  referral: Pick<ReferralRow, 'entryId' | 'partnerCode' | 'service' | 'sensitivity'>,
  { readBack, harmAsked, use, actor }: Reader,
): string | undefined {
  if (referral.entryId === null) return 'no-partner'
  if (!preview.payloads.ok) return 'refused'
  if (preview.problems.includes('DIRECTORY_CLOSED')) return 'directory'
  if (preview.problems.includes('AGREEMENT_GONE')) return 'agreement'
  if (preview.problems.includes('NOBODY_RECEIVES')) return 'nobody'
  if (!coverOf(preview, referral, { use, actor }).ok) return 'cover'
  if (preview.harms.length > 0 && !harmAsked) return HARM_FIRST
  const heard = readBack || preview.draft.consent?.answer === 'NOT_POSSIBLE'
  return willRecord(preview) && !heard ? 'read' : undefined
}

/**
 * Cover by what stands on file, or by the row that the answers would become beside it: the same rule judges both. An
 * answer of page 1 is as old as its moment, so a no said since decides. PURE.
 */
export function coverOf(
  preview: Preview,
  {
    partnerCode: partner,
    service,
    sensitivity,
  }: Pick<ReferralRow, 'partnerCode' | 'service' | 'sensitivity'>,
  { use, actor: { userId, now } }: Pick<Reader, 'use' | 'actor'>,
): Cover {
  const { draft, leaving, source, rows, person, child, answeredAt } = preview
  const question = { partner, service: source.service, facts: leaving, on: now, use, child }
  const asked = askedIn(draft)
  if (!asked) return coverOfPapers(cover(rows, question), papersOf(preview), preview.went)
  const about = aboutOf(service, person)
  const result = judgeAsked(asked, { ...about, day: isoDayOf(now), restricted: sensitivity === 'S4' })
  if (!result.ok) return { ok: false, missing: [...leaving], reason: 'NO_RULE' }
  const { judged, judgement } = result
  const row: ConsentRow = {
    id: '',
    purpose: about.purpose,
    partner,
    service,
    status: judged.answer,
    giver: judged.giver,
    legalBasis: judgement.basis ?? 'CONSENT',
    facts: leaving,
    recordedBy: userId,
    reason: judged.reason ?? null,
    situation: judged.situation,
    needsReview: null,
    confirmBy: judgement.confirm?.by ?? null,
    confirmation: null,
    givenAt: answeredAt,
    expiresOn: lastDay(answeredAt, judgement.expiresDays),
    withdrawnAt: null,
  }
  const before = rows.filter((one) => isNo(one) || saidAt(one) <= answeredAt.getTime())
  return cover([...before, row], question)
}

/** The papers that leave; none where no tick says so. PURE. */
const papersOf = ({ source, leaving }: Pick<Preview, 'source' | 'leaving'>) =>
  leaving.includes('papers') ? (source.papers ?? []) : []

const lastDay = (from: Date, days: number | null): string | null =>
  days === null ? null : isoDayOf(daysAfter(from, days))

/** Until which day an agency may read at most: of the answer that is recorded with the sending, or of the one it rests on. PURE. */
export function readUntil(
  preview: Preview,
  { service, sensitivity }: Pick<ReferralRow, 'service' | 'sensitivity'>,
  now: Date,
): string | null {
  const { draft, person, rows, covered, answeredAt } = preview
  const asked = askedIn(draft)
  if (!asked) return (covered.ok && rows.find(({ id }) => id === covered.consentId)?.expiresOn) || null
  const about = { ...aboutOf(service, person), day: isoDayOf(now), restricted: sensitivity === 'S4' }
  const result = judgeAsked(asked, about)
  return result.ok ? lastDay(answeredAt, result.judgement.expiresDays) : null
}

/** The answers of page 1, as far as they become a row of their own. */
function askedIn({ consent }: Preview['draft']): Asked | undefined {
  if (!consent || consent.answer === 'EXISTING') return undefined
  const { caregiver = '', capacity = '', danger = '', reason = '', doubt = '', askedAt: _, ...rest } = consent
  return { ...rest, answer: consent.answer, caregiver, capacity, danger, reason, doubt }
}

const aboutOf = (service: string, person: Preview['person']) => ({
  purpose: purposeOf(service),
  service,
  birth: birthOf(person),
})

async function standingConsent(
  ctx: Ctx,
  referral: ReferralRow,
  preview: Preview,
  use: Use,
): Promise<{ id: string } | { problem: string }> {
  const { leaving: facts, person } = preview
  const { caseId, officeId, sensitivity, partnerCode: partner, service } = referral
  const asked = askedIn(preview.draft)
  if (asked) {
    const owner = { caseId, officeId, sensitivity }
    const about = aboutOf(service, person)
    const givenAt = preview.answeredAt
    const written = await writeConsent(ctx, owner, { asked, about, partner, facts, givenAt })
    return 'invalid' in written ? { problem: 'cover' } : { id: written.id }
  }
  const covered = coverOf(preview, referral, { use, actor: ctx.actor })
  return covered.ok ? { id: covered.consentId } : { problem: 'cover' }
}
