import { and, eq, inArray, or, sql } from 'drizzle-orm'
import { within as caseWithin } from '@/lib/casework/cases/within'
import { noIdentity } from '@/lib/casework/people/identity'
import { type PersonView, personView } from '@/lib/casework/people/queries'
import { within } from '@/lib/casework/people/within'
import { cases, people, users, vaultKeys } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { likenessOf, type Reason } from './likeness'
import { type Asked, wantedOf } from './read-query'

/** More are not listed: whoever asks says one more thing (ruling 25). */
export const MOST_PEOPLE = 200

type CaseRow = typeof cases.$inferSelect
/** One file, with the person it is about opened in memory, and why it is listed. */
export type FoundFile = { file: CaseRow; lead: string; person: PersonView; reason: Reason; weight: number }

/**
 * Files of this person's reach in which somebody answers what was typed, likeliest first; nothing where they are too many to
 * list. The database finds by tokens; names are opened and compared here alone.
 */
export async function findPeople(ctx: Ctx, typed: string, asked: Asked): Promise<FoundFile[] | undefined> {
  const ids = await hitsOf(ctx, asked)
  if (ids.length > MOST_PEOPLE) return undefined
  if (ids.length === 0) return []
  const rows = await rowsOf(ctx, ids)
  const sought = { ...asked, text: typed }
  return rows
    .filter(({ person }) => person.standing === 'PRINCIPAL')
    .map(({ file, lead, person }) => {
      const others = rows.filter((row) => row.file.id === file.id && row.person.id !== person.id)
      const household = others.map((row) => row.person.identity)
      const likeness = likenessOf(sought, { principal: person.identity, household })
      return { file, lead, person, ...likeness }
    })
    .toSorted((a, b) => b.weight - a.weight || b.file.openedAt.getTime() - a.file.openedAt.getTime())
}

async function hitsOf({ tx }: Ctx, asked: Asked): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`select found.id from app.find_people(
    ${sql.param(wantedOf(asked, 'open'))}::text[], ${sql.param(wantedOf(asked, 'restricted'))}::text[],
    ${asked.born?.from ?? null}::integer, ${asked.born?.to ?? null}::integer, ${MOST_PEOPLE + 1}) as found(id)`)
  return rows.map(({ id }) => id)
}

/** Whoever was found, and the person of their file. */
async function rowsOf({ tx, actor }: Ctx, ids: readonly string[]) {
  const found = inArray(people.id, [...ids])
  const theirFiles = sql`${people.caseId} in (select own.case_id from app.people own where own.id = any(${sql.param(ids)}::uuid[]))`
  const rows = await tx
    .select({ person: people, file: cases, lead: users.name, wrapped: vaultKeys.wrapped })
    .from(people)
    .innerJoin(cases, eq(cases.id, people.caseId))
    .innerJoin(users, eq(users.id, cases.leadId))
    .leftJoin(vaultKeys, eq(vaultKeys.id, people.keyId))
    .where(and(theirFiles, or(eq(people.standing, 'PRINCIPAL'), found), within(actor), caseWithin(actor)))
  return rows.map(({ person, wrapped, ...row }) => ({ ...row, person: opened(person, wrapped) }))
}

/** A value that does not open says nothing, and hides nobody else. */
function opened(person: typeof people.$inferSelect, wrapped: Buffer | null): PersonView {
  try {
    return personView(person, wrapped)
  } catch {
    const { keyId: _, ...plain } = person
    return { ...plain, identity: noIdentity }
  }
}
