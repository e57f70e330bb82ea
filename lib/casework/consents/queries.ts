import { and, desc, eq, sql } from 'drizzle-orm'
import { consents, users } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import type { OpenKey } from '@/lib/platform/vault/seal'
import { unsealJson } from '@/lib/platform/vault/seal'
import { type ConsentJson, confirmationJson, confirmationOf } from './consent-rows'
import type { ConsentRow } from './cover'
import { type ConsentDetail, consentPlace } from './detail'
import type { ConsentStatus } from './states'
import { within } from './within'

const confirmed = sql<ConsentJson['confirmation']>`${sql.raw(confirmationJson('consents.id'))}`

/** The consent register of a case, newest first, as rules read it and with who asked. */
export async function listConsents({ tx, actor }: Ctx, caseId: string, keys: ReadonlyMap<string, OpenKey>) {
  const rows = await tx
    .select({ consent: consents, recorder: users.name, confirmed })
    .from(consents)
    .innerJoin(users, eq(users.id, consents.recordedBy))
    .where(and(eq(consents.caseId, caseId), within(actor)))
    .orderBy(desc(consents.givenAt), desc(consents.id))
  return rows.map(({ consent, recorder, confirmed }) => {
    const key = keys.get(consent.keyId)
    const detail = key && unsealJson<ConsentDetail>(key, consentPlace(consent.id), consent.detail)
    return {
      ...ruleRow(consent, confirmed),
      mode: consent.mode,
      language: consent.language,
      recorder,
      detail,
    }
  })
}
export type ListedConsent = Awaited<ReturnType<typeof listConsents>>[number]

/** The rows of a case as `cover.ts` reads them. */
export async function consentsOf({ tx, actor }: Ctx, caseId: string): Promise<ConsentRow[]> {
  const rows = await tx
    .select({ consent: consents, confirmed })
    .from(consents)
    .where(and(eq(consents.caseId, caseId), within(actor)))
  return rows.map(({ consent, confirmed }) => ruleRow(consent, confirmed))
}

/**
 * What the person said before, on any of their files: a file that points at this one, or the known one. Judged against it,
 * nobody passes over a no that was said on the other file.
 */
export async function saidBefore({ tx, actor }: Ctx, caseId: string): Promise<ConsentRow[]> {
  const rows = await tx
    .select({ consent: consents, confirmed })
    .from(consents)
    .where(and(sql`${consents.caseId} = any(app.files_of_person(${caseId}::uuid))`, within(actor)))
  return rows.map(({ consent, confirmed }) => ruleRow(consent, confirmed))
}

const ruleRow = (row: typeof consents.$inferSelect, confirmed: ConsentJson['confirmation']): ConsentRow => ({
  id: row.id,
  purpose: row.purpose,
  partner: row.partnerCode,
  service: row.service,
  status: row.status as ConsentStatus,
  giver: row.giver,
  legalBasis: row.legalBasis,
  facts: row.facts,
  recordedBy: row.recordedBy,
  reason: row.reason,
  situation: row.situation,
  needsReview: row.needsReview,
  confirmBy: row.confirmBy as ConsentRow['confirmBy'],
  confirmation: confirmationOf(confirmed),
  givenAt: row.givenAt,
  expiresOn: row.expiresOn,
  withdrawnAt: row.withdrawnAt,
})
