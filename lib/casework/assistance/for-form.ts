import { sql } from 'drizzle-orm'
import { inReachedCase, placeOf } from '@/lib/casework/staff/reach'
import type { Ctx } from '@/lib/platform/gate/verb'
import type { Project } from './funds'

/** A line as a form is filled from it; days are ISO. */
export type EarlierLine = {
  id: string
  service: string
  quantity: number
  unit: string
  givenOn: string
  donor: string
  projectId: string | null
  forWhom: string | null
  forPeople: string[] | null
  reached: number | null
  ended: boolean
}
type ForForm = { lines: EarlierLine[]; usual: string[]; projects: Project[] }

/** All that the form of a line asks beside its case: the lines before, newest first, what is given most at its office, and every project. One statement. */
export async function forForm({ tx, actor }: Ctx, of: { id: string; officeId: string }): Promise<ForForm> {
  const [row] = await tx.execute<ForForm>(sql`select
    (select coalesce(json_agg(json_build_object('id', a.id, 'service', a.service, 'quantity', a.quantity, 'unit', a.unit,
        'givenOn', a.given_on, 'donor', a.donor, 'projectId', a.project_id, 'forWhom', a.for_whom, 'forPeople', a.for_people,
        'reached', a.reached, 'ended', a.ended_at is not null) order by a.given_on desc, a.recorded_at desc, a.id desc), '[]')
      from app.assistance a where a.case_id = ${of.id} and ${inReachedCase(actor, placeOf('a'))}) as lines,
    array(select app.usual_services(${of.officeId})) as usual,
    (select coalesce(json_agg(json_build_object('id', p.id, 'donor', p.donor, 'name', p.name, 'fromOn', p.from_on, 'untilOn', p.until_on)
      order by p.donor, p.name), '[]') from app.projects p) as projects`)
  return row ?? { lines: [], usual: [], projects: [] }
}
