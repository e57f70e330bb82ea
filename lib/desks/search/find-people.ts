import { sql } from 'drizzle-orm'
import { filesOf, type OpenedFile } from '@/lib/casework/likeness/files-of'
import { likenessOf, type Reason } from '@/lib/casework/likeness/name-likeness'
import type { Ctx } from '@/lib/platform/gate/verb'
import { type Asked, wantedOf } from './read-query'

/** More are not listed: whoever asks says one more thing (ruling 25). */
export const MOST_PEOPLE = 200

/** One file, with the person it is about opened in memory, and why it is listed. */
export type FoundFile = OpenedFile & { reason: Reason; weight: number }

/**
 * Files of this person's reach in which somebody answers what was typed, likeliest first; nothing where they are too many to
 * list. The database finds by tokens; names are opened and compared here alone.
 */
export async function findPeople(ctx: Ctx, typed: string, asked: Asked): Promise<FoundFile[] | undefined> {
  const rows = await ctx.tx.execute<{ id: string }>(sql`select found.id from app.find_people(
    ${sql.param(wantedOf(asked, 'open'))}::text[], ${sql.param(wantedOf(asked, 'restricted'))}::text[],
    ${asked.born?.from ?? null}::integer, ${asked.born?.to ?? null}::integer, ${MOST_PEOPLE + 1}) as found(id)`)
  if (rows.length > MOST_PEOPLE) return undefined
  const files = await filesOf(
    ctx,
    rows.map(({ id }) => id),
  )
  const sought = { ...asked, text: typed }
  return files
    .map((one) => {
      const household = one.household.map(({ identity }) => identity)
      return { ...one, ...likenessOf(sought, { principal: one.person.identity, household }) }
    })
    .toSorted((a, b) => b.weight - a.weight || b.file.openedAt.getTime() - a.file.openedAt.getTime())
}
