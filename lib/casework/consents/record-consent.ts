import { randomUUID } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import { daysAfter, isoDayOf } from '@/lib/base/time/days'
import type { CaseRow } from '@/lib/casework/cases/scope'
import { consents } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { caseKey } from '@/lib/platform/vault/keys'
import { sealJson } from '@/lib/platform/vault/seal'
import { consentPlace } from './detail'
import { CARRYING_STATUSES } from './states'

/** Version of the sentences read aloud (`consents.aloud.*`). Another sentence is another version. */
export const spokenVersion = '2014-2'
/** Days a consent to share carries; a file and statistics last until withdrawn. */
const validForDays = 183
const lasting = ['CASE_MGMT', 'STATS']

export type Given = {
  purpose: string
  partner?: string
  service?: string
  facts?: readonly string[]
  answer: 'GIVEN' | 'ASSENT' | 'REFUSED' | 'NOT_POSSIBLE'
  giver: string
  mode: string
  language: string
  witness: string
  secondPerson: string
  note?: string
}

/**
 * Writes one answer. A row that ended is never revived and an answer is never rewritten: a new answer to the same
 * purpose ends the one before. Where an agency received something, ending is a decision of its own (`withdraw-consent`).
 */
export async function recordConsent(ctx: Ctx, record: CaseRow, given: Given): Promise<string> {
  const { tx, actor } = ctx
  const owner = { caseId: record.id, officeId: record.officeId, sensitivity: record.sensitivity }
  const carries = given.answer === 'GIVEN' || given.answer === 'ASSENT'
  const vital = given.answer === 'NOT_POSSIBLE'
  if (!given.partner) await endEarlier(ctx, record.id, given.purpose)
  const id = randomUUID()
  const key = await caseKey(tx, owner, 'TEAM')
  const { witness, note = '' } = given
  await tx.insert(consents).values({
    ...owner,
    id,
    purpose: given.purpose,
    partnerCode: given.partner ?? null,
    service: given.service || null,
    facts: carries || vital ? [...(given.facts ?? [])] : [],
    status: given.answer,
    mode: carries ? given.mode : null,
    giver: vital ? 'NONE' : given.giver || 'SELF',
    language: given.language || null,
    wordingVersion: spokenVersion,
    legalBasis: vital ? 'VITAL' : 'CONSENT',
    givenAt: actor.now,
    expiresOn:
      given.answer === 'REFUSED' || lasting.includes(given.purpose)
        ? null
        : isoDayOf(daysAfter(actor.now, validForDays)),
    recordedBy: actor.userId,
    secondPersonId: vital ? given.secondPerson : null,
    keyId: key.id,
    detail: sealJson(key, consentPlace(id), { witness, note }),
  })
  return id
}

async function endEarlier({ tx, actor }: Ctx, caseId: string, purpose: string): Promise<void> {
  await tx
    .update(consents)
    .set({ status: 'WITHDRAWN', withdrawnAt: actor.now })
    .where(
      and(
        eq(consents.caseId, caseId),
        eq(consents.purpose, purpose),
        inArray(consents.status, [...CARRYING_STATUSES]),
      ),
    )
}
