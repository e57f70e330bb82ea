import { and, eq, type SQL, sql } from 'drizzle-orm'
import { type ConsentJson, consentJson, consentRow } from '@/lib/casework/consents/consent-rows'
import { personView } from '@/lib/casework/people/queries'
import { within } from '@/lib/casework/people/within'
import { inReachedCase, placeOf } from '@/lib/casework/staff/reach'
import { people, vaultKeys } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'

/** Whom a case is about, every answer they gave and what else is asked of the case, in one statement; nobody where it is out of reach. */
export async function principalWithConsents<T = null>(
  { tx, actor }: Ctx,
  caseId: string,
  beside: SQL<T> = sql`null`,
) {
  const [row] = await tx
    .select({
      person: people,
      wrapped: vaultKeys.wrapped,
      consents: sql<
        ConsentJson[]
      >`(select coalesce(json_agg(${sql.raw(consentJson)}), '[]') from app.consents c
        where c.case_id = ${caseId} and ${inReachedCase(actor, placeOf('c'))})`,
      beside,
    })
    .from(people)
    .leftJoin(vaultKeys, eq(vaultKeys.id, people.keyId))
    .where(and(eq(people.caseId, caseId), eq(people.standing, 'PRINCIPAL'), within(actor)))
  return {
    person: row && personView(row.person, row.wrapped),
    consents: (row?.consents ?? []).map(consentRow),
    beside: row?.beside ?? null,
  }
}
