import { sql } from 'drizzle-orm'
import type { Ctx } from '@/lib/platform/gate/verb'

/** A project as administration sees it. Days are ISO. */
export type ProjectLine = {
  id: string
  donor: string
  name: string
  fromOn: string
  untilOn: string | null
  version: number
}
/** What a project said before somebody changed it, newest first; `added`: nothing stood before. */
export type ProjectChange = {
  at: string
  by: string
  added: boolean
  name: string | null
  untilOn: string | null
}

const columns = sql.raw(
  'p.id, p.donor, p.name, p.from_on::text as "fromOn", p.until_on::text as "untilOn", p.version',
)

/** Every project, donor by donor, the ones that began last first. */
export const listProjects = async ({ tx }: Pick<Ctx, 'tx'>): Promise<ProjectLine[]> => [
  ...(await tx.execute<ProjectLine>(
    sql`select ${columns} from app.projects p order by p.donor, p.from_on desc, p.name`,
  )),
]

/** One project with what it said before; nothing where there is none. */
export async function oneProject(
  { tx }: Pick<Ctx, 'tx'>,
  id: string,
): Promise<(ProjectLine & { changes: ProjectChange[] }) | undefined> {
  const [row] = await tx.execute<ProjectLine & { changes: ProjectChange[] }>(sql`select ${columns},
      (select coalesce(json_agg(json_build_object('at', h.at, 'by', u.name, 'added', h.added, 'name', h.name,
        'untilOn', h.until_on) order by h.id desc), '[]')
      from app.project_changes h join access.users u on u.id = h.by_id where h.project_id = p.id) as changes
    from app.projects p where p.id = ${id}`)
  return row
}
