import { and, eq, sql } from 'drizzle-orm'
import { projects } from '@/lib/platform/db/schema'
import { verb } from '@/lib/platform/gate/verb'
import { allowed } from '@/lib/platform/gate/verdict'
import { changeProjectForm } from './form'
import { oneProject } from './queries'

/**
 * Another name, or another last day, which ends a project or lets it go on. It does not end before help that names it, and is never
 * deleted: lines keep its name. What it said before stays (`app.project_changes`).
 */
export const changeProject = verb({
  name: 'project.change',
  session: 'staff',
  roles: ['ADMIN'],
  form: changeProjectForm,
  page: ({ id }) => `/projects/${id}`,
  scope: (ctx, { id = '' }) => oneProject(ctx, id),
  policy: () => allowed,
  version: ({ version }) => version,
  audit: ({ id = '' }) => ({ type: 'project', id }),
  apply: async ({ tx }, project, { name, untilOn }) => {
    const until = untilOn || null
    if (until && until < project.fromOn) return { invalid: { untilOn: 'before-it-begins' } }
    const [helped] = until
      ? await tx.execute<{ after: boolean }>(
          sql`select app.helped_after(${project.id}, ${until}::date) as after`,
        )
      : []
    if (helped?.after) return { invalid: { untilOn: 'help-later' } }
    const changed = await tx
      .update(projects)
      .set({ name, untilOn: until, version: project.version + 1 })
      .where(and(eq(projects.id, project.id), eq(projects.version, project.version)))
      .returning({ id: projects.id })
    return changed.length === 1
      ? { location: '/projects?done=changed', id: project.id, detail: { project: project.id } }
      : { conflict: true }
  },
})
