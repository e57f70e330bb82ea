import { and, eq } from 'drizzle-orm'
import { cases } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { meetCare } from './care'
import { touchCase } from './touch-case'
import { within } from './within'

/** A referral of this case, locked by the caller, is under way: the first time that is the first action. */
export async function noteFirstAction(ctx: Ctx, caseId: string, service: string): Promise<void> {
  await meetCare(ctx, caseId, service)
  const [record] = await ctx.tx
    .select()
    .from(cases)
    .where(and(eq(cases.id, caseId), within(ctx.actor)))
  if (record && !record.firstActionAt && !(await touchCase(ctx, record, { acted: true })))
    throw new Error('a locked case did not keep its first action')
}
