import { and, desc, eq } from 'drizzle-orm'
import { assistance, users } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { within } from './within'

/** Everything given on a case, newest first. A case holds some dozens of lines at most. */
export const listAssistance = ({ tx, actor }: Ctx, caseId: string) =>
  tx
    .select({
      id: assistance.id,
      service: assistance.service,
      quantity: assistance.quantity,
      unit: assistance.unit,
      givenOn: assistance.givenOn,
      donor: assistance.donor,
      by: users.name,
    })
    .from(assistance)
    .innerJoin(users, eq(users.id, assistance.givenBy))
    .where(and(eq(assistance.caseId, caseId), within(actor)))
    .orderBy(desc(assistance.givenOn), desc(assistance.recordedAt), desc(assistance.id))
    .limit(300)
export type ListedAssistance = Awaited<ReturnType<typeof listAssistance>>[number]
