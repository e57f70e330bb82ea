import { and, eq } from 'drizzle-orm'
import { cases } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { touchCase } from './touch-case'
import { within } from './within'

/** An emergency of this case, locked by the caller, has left: the first time that is the first action, and no care yet. */
export async function noteFirstAction(ctx: Ctx, caseId: string): Promise<void> {
  const [record] = await ctx.tx
    .select()
    .from(cases)
    .where(and(eq(cases.id, caseId), within(ctx.actor)))
  if (record && !record.firstActionAt && !(await touchCase(ctx, record, { acted: true })))
    throw new Error('a locked case did not keep its first action')
}
