import { type Endpoint, post } from '../requests'
import type { Cast } from './cast'
import { isCaseworker, isOnTeam, type Name, type Plan, sees } from './plan'

export type Outcome = 'done' | 'refused' | 'unseen'
export type Draw = { among: <T>(list: readonly T[]) => T; onceIn: (times: number) => boolean }
export type Deed = {
  name: string
  who: Name
  words: string
  expects: Outcome
  send: (cast: Cast) => Promise<{ outcome: Outcome; id: string; status: number }>
  effect: (id: string) => void | Promise<void>
  /** Not an act on the plan: nothing of it stands in the plan's log. */
  beside?: true
}
export type Make = (draw: Draw, plan: Plan) => Deed | undefined

export const typed = (day: string): string => day.split('-').map(Number).reverse().join('/')

export type Sent = {
  endpoint: Endpoint
  who: Name
  plan: Plan
  id?: string
  values?: Record<string, string | string[]>
}
export const sending =
  ({ endpoint, who, plan, id, values = {} }: Sent): Deed['send'] =>
  async (cast) => {
    const params = { code: plan.code, ...(id && { id }) }
    const answer = await post(endpoint, { as: cast[who], params, values, json: true })
    const body = (await answer.json()) as { id?: string }
    const outcome = answer.status < 300 ? 'done' : answer.status === 404 ? 'unseen' : 'refused'
    return { outcome, id: body.id ?? '', status: answer.status }
  }

/** What the team alone does: others of the trade see nothing of the case, other roles are told so; a form that is none comes back. */
export const teams = (who: Name, may: boolean, form = true): Outcome => {
  if (!isCaseworker(who) || !form) return 'refused'
  return !isOnTeam(who) ? 'unseen' : may ? 'done' : 'refused'
}
/** What a supervisor alone does. */
export const supervisors = (who: Name, may: boolean): Outcome =>
  isCaseworker(who) ? 'refused' : !sees(who) ? 'unseen' : may ? 'done' : 'refused'
