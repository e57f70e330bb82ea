import { desc, eq } from 'drizzle-orm'
import { consents, users } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import type { OpenKey } from '@/lib/platform/vault/seal'
import { unsealJson } from '@/lib/platform/vault/seal'
import type { ConsentRow } from './cover'
import { type ConsentDetail, consentPlace } from './detail'
import type { ConsentStatus } from './states'

/** The consent register of a case, newest first, as rules read it and with who asked. */
export async function listConsents(
  { tx }: Pick<Ctx, 'tx'>,
  caseId: string,
  keys: ReadonlyMap<string, OpenKey>,
) {
  const rows = await tx
    .select({ consent: consents, recorder: users.name })
    .from(consents)
    .innerJoin(users, eq(users.id, consents.recordedBy))
    .where(eq(consents.caseId, caseId))
    .orderBy(desc(consents.givenAt), desc(consents.id))
  return rows.map(({ consent, recorder }) => {
    const key = keys.get(consent.keyId)
    const detail = key && unsealJson<ConsentDetail>(key, consentPlace(consent.id), consent.detail)
    return {
      ...ruleRow(consent),
      mode: consent.mode,
      giver: consent.giver,
      language: consent.language,
      recorder,
      detail,
    }
  })
}
export type ListedConsent = Awaited<ReturnType<typeof listConsents>>[number]

/** The rows of a case as `cover.ts` reads them. */
export async function consentsOf({ tx }: Pick<Ctx, 'tx'>, caseId: string): Promise<ConsentRow[]> {
  const rows = await tx.select().from(consents).where(eq(consents.caseId, caseId))
  return rows.map(ruleRow)
}

const ruleRow = (row: typeof consents.$inferSelect): ConsentRow => ({
  id: row.id,
  purpose: row.purpose,
  partner: row.partnerCode,
  service: row.service,
  status: row.status as ConsentStatus,
  legalBasis: row.legalBasis,
  facts: row.facts,
  recordedBy: row.recordedBy,
  secondPerson: row.secondPersonId,
  givenAt: row.givenAt,
  expiresOn: row.expiresOn,
  withdrawnAt: row.withdrawnAt,
})
