import { and, asc, eq, or } from 'drizzle-orm'
import { refilePeople } from '@/lib/casework/people/filed'
import { cases } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { within } from './within'

/**
 * After a case was restricted, or opened again: its people, and those of files that point at it, under the key of who may read
 * them now. `now`: what they came to be; a file that stays as it was stays filed.
 */
export async function refileCase(ctx: Ctx, id: string, now: 'S3' | 'S4'): Promise<void> {
  const files = await ctx.tx
    .select({ id: cases.id })
    .from(cases)
    .where(and(or(eq(cases.id, id), eq(cases.mergedInto, id)), eq(cases.sensitivity, now), within(ctx.actor)))
    .orderBy(asc(cases.id))
  for (const file of files) await refilePeople(ctx, file.id)
}
