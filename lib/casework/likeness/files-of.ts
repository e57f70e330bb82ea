import { and, eq, type SQL, sql } from 'drizzle-orm'
import { within as caseWithin } from '@/lib/casework/cases/within'
import { noIdentity } from '@/lib/casework/people/identity'
import { type PersonView, personView } from '@/lib/casework/people/queries'
import { within } from '@/lib/casework/people/within'
import { cases, people, users, vaultKeys } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'

type CaseRow = typeof cases.$inferSelect
/** A file of this person's reach, with everybody of it opened in memory. */
export type OpenedFile = { file: CaseRow; lead: string; person: PersonView; household: PersonView[] }

/** The files in which these people stand, as far as they are in reach; a list of ids, or the statement that finds them. */
export async function filesOf({ tx, actor }: Ctx, personIds: readonly string[] | SQL): Promise<OpenedFile[]> {
  if (Array.isArray(personIds) && personIds.length === 0) return []
  const ids = Array.isArray(personIds) ? sql`${sql.param([...personIds])}::uuid[]` : sql`array(${personIds})`
  const theirs = sql`${people.caseId} in (select own.case_id from app.people own where own.id = any(${ids}))`
  const rows = await tx
    .select({ person: people, file: cases, lead: users.name, wrapped: vaultKeys.wrapped })
    .from(people)
    .innerJoin(cases, eq(cases.id, people.caseId))
    .innerJoin(users, eq(users.id, cases.leadId))
    .leftJoin(vaultKeys, eq(vaultKeys.id, people.keyId))
    .where(and(theirs, within(actor), caseWithin(actor)))
  return gathered(rows)
}

type Row = { person: typeof people.$inferSelect; file: CaseRow; lead: string; wrapped: Buffer | null }

/** Rows of people as files, each with its person and whoever lives with them. PURE but for the keys. */
export function gathered<R extends Row>(rows: readonly R[]): (Omit<R, 'person' | 'wrapped'> & OpenedFile)[] {
  const everybody = rows.map(({ person, wrapped, ...row }) => ({ ...row, person: opened(person, wrapped) }))
  return everybody
    .filter(({ person }) => person.standing === 'PRINCIPAL')
    .map((one) => ({
      ...one,
      household: everybody
        .filter(({ file, person }) => file.id === one.file.id && person.id !== one.person.id)
        .map(({ person }) => person),
    }))
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
