import { type SQL, sql } from 'drizzle-orm'
import { placeOf } from '@/lib/casework/staff/reach'
import type { Actor } from '@/lib/platform/access/actor'
import type { Ctx } from '@/lib/platform/gate/verb'
import { type Said, TEMPLATES, templateOf } from './templates'
import { within } from './within'

/** By what the work of one template is over, and how far its plan has come: what the team looks at when it asks to close. */
export type Criteria = {
  template: string
  title: Said
  close: readonly { id: string; text: Said }[]
  goals: { met: number; all: number }
  actions: { done: number; all: number }
}
type Standing = { template: string | null; state: string }
export type StandingPlan = { goals: Standing[] | null; actions: Standing[] | null }

/** Each goal and action of a template on this case and how it stands, as one JSON value. */
export const standingJson = (actor: Actor, caseId: string): SQL => sql`(select json_build_object(
  'goals', (select json_agg(json_build_object('template', g.template, 'state', g.state)) from app.plan_goals g
    where g.case_id = ${caseId} and g.template is not null and ${within(actor, placeOf('g'))}),
  'actions', (select json_agg(json_build_object('template', a.template, 'state', a.state)) from app.plan_actions a
    where a.case_id = ${caseId} and a.template is not null and ${within(actor, placeOf('a'))})))`

/** The criteria of the templates that the plan has, in the order of the templates; a plan without one has none. PURE. */
export function criteriaOf({ goals, actions }: StandingPlan): Criteria[] {
  const of = (rows: Standing[] | null, id: string) =>
    (rows ?? []).filter(({ template }) => template !== null && templateOf(template)?.id === id)
  return TEMPLATES.flatMap(({ id, title, close }) => {
    const [mine, work] = [of(goals, id), of(actions, id)]
    if (mine.length + work.length === 0) return []
    const count = (rows: Standing[], state: string) => rows.filter((row) => row.state === state).length
    return [
      {
        template: id,
        title,
        close,
        goals: { met: count(mine, 'MET'), all: mine.length - count(mine, 'LEFT') },
        actions: { done: count(work, 'DONE'), all: work.length - count(work, 'SKIPPED') },
      },
    ]
  })
}

/** What may be said to be met on this case. One statement. */
export async function knownCriteria({ tx, actor }: Ctx, caseId: string): Promise<string[]> {
  const [row] = await tx.execute<{ plan: StandingPlan }>(sql`select ${standingJson(actor, caseId)} as plan`)
  return criteriaOf(row?.plan ?? { goals: null, actions: null }).flatMap(({ close }) =>
    close.map(({ id }) => id),
  )
}
