import { eq } from 'drizzle-orm'
import { isCode } from '@/lib/base/codes/codes'
import { projects } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'

export type Fund = { donor: string; projectId: string | null }
export type Project = typeof projects.$inferSelect

/** Whether a project runs on a day (ISO), its first and last day included. PURE. */
export const runsOn = ({ fromOn, untilOn }: Pick<Project, 'fromOn' | 'untilOn'>, on: string): boolean =>
  fromOn <= on && (untilOn === null || on <= untilOn)

/** What was chosen: a donor without a project, or one of its projects that runs on the day; nothing for any other word. */
export async function fundOn({ tx }: Pick<Ctx, 'tx'>, chosen: string, on: string): Promise<Fund | undefined> {
  if (isCode('donor', chosen)) return { donor: chosen, projectId: null }
  const [project] = await tx.select().from(projects).where(eq(projects.id, chosen))
  return project && runsOn(project, on) ? { donor: project.donor, projectId: project.id } : undefined
}
