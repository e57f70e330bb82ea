import { POST as addAction } from '@/app/api/v1/cases/[code]/plan/goals/[id]/actions/route'
import { POST as addGoal } from '@/app/api/v1/cases/[code]/plan/goals/route'
import { POST as agree } from '@/app/api/v1/cases/[code]/plan/route'
import { viewPlan } from '@/lib/desks/case-file/view-plan'
import { as, type SignedIn } from '../actors'
import { root } from '../database'
import { post } from '../requests'

type Agreed = { goals?: string[]; actions?: string[]; agreedOn?: string; ask?: string }
/** Ticks lines of the templates, as a browser sends them. */
export const agreeOn = (who: SignedIn, code: string, values: Agreed) =>
  post(agree, { as: who, params: { code }, values: { agreedOn: '30/6/2014', ...values } })

/** The case is about these. */
export const about = (caseId: string, concerns: string[]) =>
  root()`update app.people set concerns = ${concerns} where case_id = ${caseId}`

/** A goal in the person's words; answers its id. */
export async function goalOf(who: SignedIn, code: string, title = 'Dormir en sécurité'): Promise<string> {
  const values = { title, said: 'Un endroit calme.' }
  const answer = await post(addGoal, { as: who, params: { code }, values, json: true })
  return String(((await answer.json()) as { id?: string }).id)
}

export const actionUnder = (
  who: SignedIn,
  { code, goal }: { code: string; goal: string },
  values: Record<string, string>,
) =>
  post(addAction, {
    as: who,
    params: { code, id: goal },
    values: { action: 'Trouver un lieu', owner: 'US', ...values },
  })

export const actionsOf = (caseId: string) =>
  root()`select id, template, owner, holder_id, service, due_at, due_by, risk, moved_reason, state, done_on::text, skip_reason, ended_by,
    redated_at, version from app.plan_actions where case_id = ${caseId} order by template, added_at, id`

export const status = async (answer: Promise<Response>) => (await answer).status
export const landed = async (answer: Promise<Response>) => (await answer).headers.get('location')

/** The plan as its page has it for this person. */
export const planOf = async (who: SignedIn, code: string) => {
  const found = await as(who, (ctx) => viewPlan({ ...ctx, now: ctx.actor.now } as never, code, {}))
  if (!('view' in found) || !found.view) throw new Error('no plan to see')
  return found.view
}
