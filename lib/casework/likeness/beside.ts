import { and, eq, or, type SQL, sql } from 'drizzle-orm'
import { within as caseWithin } from '@/lib/casework/cases/within'
import { within as personWithin } from '@/lib/casework/people/within'
import { cases, people, samePerson, users, vaultKeys } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { gathered } from './files-of'
import { elsewhereJson, pairColumns, toldElsewhere } from './pairs'
import { within } from './within'

/**
 * In one statement: the files in which some people stand and those of which something was said beside this one, each with
 * what was said; and what stands between this file and others out of reach.
 */
export async function filesBeside({ tx, actor }: Ctx, caseId: string, alike: SQL | undefined) {
  const said = sql`select case when s.case_id = ${caseId}::uuid then s.into_case_id else s.case_id end from app.same_person s
    where ${caseId}::uuid in (s.case_id, s.into_case_id)`
  const found = alike
    ? sql`or ${people.caseId} in (select own.case_id from app.people own where own.id = any(array(${alike})))`
    : sql``
  const rows = await tx
    .select({
      person: people,
      file: cases,
      lead: users.name,
      wrapped: vaultKeys.wrapped,
      pair: pairColumns,
      elsewhere: elsewhereJson(caseId),
    })
    .from(people)
    .innerJoin(cases, eq(cases.id, people.caseId))
    .innerJoin(users, eq(users.id, cases.leadId))
    .leftJoin(vaultKeys, eq(vaultKeys.id, people.keyId))
    .leftJoin(
      samePerson,
      and(
        or(
          and(eq(samePerson.caseId, caseId), eq(samePerson.intoCaseId, cases.id)),
          and(eq(samePerson.intoCaseId, caseId), eq(samePerson.caseId, cases.id)),
        ),
        within(actor),
      ),
    )
    .where(
      and(
        sql`(${people.caseId} = ${caseId}::uuid or ${people.caseId} in (${said}) ${found})`,
        personWithin(actor),
        caseWithin(actor),
      ),
    )
  return {
    files: gathered(
      rows.map(({ elsewhere: _, pair, ...row }) => ({ ...row, pair: pair?.id ? pair : undefined })),
    ).filter(({ file }) => file.id !== caseId),
    elsewhere: actor.role === 'SUPERVISOR' ? toldElsewhere(rows[0]?.elsewhere) : [],
  }
}
