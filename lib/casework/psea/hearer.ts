import { sql } from 'drizzle-orm'
import type { Ctx } from '@/lib/platform/gate/verb'

export type Hearer = { id: string; name: string }

/**
 * Who reads a report from this office: the focal point, or the deputy where the focal point writes it or is named.
 * Nobody when both are concerned or nobody holds the function.
 */
export async function hearerFor(
  { tx, actor }: Pick<Ctx, 'tx' | 'actor'>,
  office: string,
  named: string | null,
): Promise<Hearer | undefined> {
  const [row] = await tx.execute<Hearer>(sql`select u.id, u.name from access.users u
    where u.id = app.psea_hearer(${office}, ${actor.userId}::uuid, ${named}::uuid)`)
  return row
}
