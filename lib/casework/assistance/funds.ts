import { and, asc, eq, gte, isNull, lte, or } from 'drizzle-orm'
import { isCode } from '@/lib/base/codes/codes'
import { projects } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'

export type Fund = { donor: string; projectId: string | null }

const running = (on: string) =>
  and(lte(projects.fromOn, on), or(isNull(projects.untilOn), gte(projects.untilOn, on)))

/** The projects that run on a day (ISO), by donor. */
export const projectsOn = ({ tx }: Pick<Ctx, 'tx'>, on: string) =>
  tx
    .select({ id: projects.id, donor: projects.donor, name: projects.name })
    .from(projects)
    .where(running(on))
    .orderBy(asc(projects.donor), asc(projects.name))
    .limit(200)
export type Project = Awaited<ReturnType<typeof projectsOn>>[number]

/** What was chosen: a donor without a project, or one of its projects that runs on the day; nothing for any other word. */
export async function fundOn({ tx }: Pick<Ctx, 'tx'>, chosen: string, on: string): Promise<Fund | undefined> {
  if (isCode('donor', chosen)) return { donor: chosen, projectId: null }
  const [project] = await tx
    .select({ id: projects.id, donor: projects.donor })
    .from(projects)
    .where(and(eq(projects.id, chosen), running(on)))
  return project && { donor: project.donor, projectId: project.id }
}
