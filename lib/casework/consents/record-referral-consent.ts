import { randomUUID } from 'node:crypto'
import type { ConsentAnswers } from '@/lib/base/addresses/referral-places'
import { daysAfter, isoDayOf } from '@/lib/base/time/days'
import { consents } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { caseKey } from '@/lib/platform/vault/keys'
import { sealJson } from '@/lib/platform/vault/seal'
import { consentPlace } from './detail'
import type { FactKey } from './facts'

/** Version of the sentence read aloud (`referrals.wizard.aloud`). Another sentence is another version. */
export const wordingVersion = '2014-2'
/** Days a consent to share carries; then the person is asked again. */
export const validForDays = 183

type Owner = { caseId: string; officeId: string; sensitivity: string }
type CaseOwner = { id: string; officeId: string; sensitivity: string }

/** Family tracing has a purpose of its own. */
export const purposeOf = (service: string) => (service.startsWith('FTR_') ? 'TRACING' : 'REFERRAL')

export type Agreed = {
  partner: string
  service: string
  facts: readonly FactKey[]
  answers: ConsentAnswers
}

/** Writes the person's yes: this partner, this service, exactly these facts. Returns the row's id. */
export async function recordAgreement({ tx, actor }: Ctx, owner: Owner, agreed: Agreed): Promise<string> {
  const { partner, service, facts, answers } = agreed
  const possible = answers.answer !== 'NOT_POSSIBLE'
  const id = randomUUID()
  const key = await caseKey(tx, owner, 'TEAM')
  await tx.insert(consents).values({
    ...owner,
    id,
    purpose: purposeOf(service),
    partnerCode: partner,
    service,
    status: answers.answer,
    mode: possible ? answers.mode : null,
    giver: possible ? answers.giver : 'NONE',
    language: possible ? answers.language : null,
    wordingVersion,
    legalBasis: possible ? 'CONSENT' : 'VITAL',
    facts: [...facts],
    givenAt: actor.now,
    expiresOn: isoDayOf(daysAfter(actor.now, validForDays)),
    recordedBy: actor.userId,
    secondPersonId: possible ? null : answers.secondPerson,
    keyId: key.id,
    detail: sealJson(key, consentPlace(id), { witness: answers.witness }),
  })
  return id
}

/** Writes a no: for this service, whoever the partner would have been. */
export async function recordRefusal(
  { tx, actor }: Ctx,
  { id: caseId, officeId, sensitivity }: CaseOwner,
  asked: { service: string; language: string },
): Promise<void> {
  const owner = { caseId, officeId, sensitivity }
  const id = randomUUID()
  const key = await caseKey(tx, owner, 'TEAM')
  await tx.insert(consents).values({
    ...owner,
    id,
    purpose: purposeOf(asked.service),
    service: asked.service,
    status: 'REFUSED',
    giver: 'SELF',
    language: asked.language || null,
    wordingVersion,
    givenAt: actor.now,
    recordedBy: actor.userId,
    keyId: key.id,
    detail: sealJson(key, consentPlace(id), { witness: '' }),
  })
}
