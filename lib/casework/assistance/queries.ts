import { and, desc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { assistance, projects, users } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { within } from './within'

const enders = alias(users, 'enders')

const columns = {
  id: assistance.id,
  service: assistance.service,
  quantity: assistance.quantity,
  unit: assistance.unit,
  givenOn: assistance.givenOn,
  donor: assistance.donor,
  projectId: assistance.projectId,
  project: projects.name,
  forWhom: assistance.forWhom,
  forPeople: assistance.forPeople,
  reached: assistance.reached,
  by: users.name,
  endedAt: assistance.endedAt,
  endedReason: assistance.endedReason,
  endedBy: enders.name,
  replacedBy: assistance.replacedBy,
}

/** Everything written of help on a case, newest first, with what ended. A case holds some dozens of lines at most. */
export const listAssistance = ({ tx, actor }: Ctx, caseId: string) =>
  tx
    .select(columns)
    .from(assistance)
    .innerJoin(users, eq(users.id, assistance.givenBy))
    .leftJoin(projects, eq(projects.id, assistance.projectId))
    .leftJoin(enders, eq(enders.id, assistance.endedBy))
    .where(and(eq(assistance.caseId, caseId), within(actor)))
    .orderBy(desc(assistance.givenOn), desc(assistance.recordedAt), desc(assistance.id))
    .limit(300)
export type ListedAssistance = Awaited<ReturnType<typeof listAssistance>>[number]

/** What stands: the newest of every line. PURE. */
export const standingOf = <T extends { endedAt: Date | null }>(lines: readonly T[]): T[] =>
  lines.filter(({ endedAt }) => endedAt === null)
