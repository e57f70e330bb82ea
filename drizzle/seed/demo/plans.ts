import { countDue, countedOnDay, limitOf } from '@/lib/casework/plans/due-dates'
import { type Owner, templateAction, templateOf } from '@/lib/casework/plans/templates'
import reference from '../reference/demo-plans.json'
import { NOW } from './moments'
import { idOf } from './random'
import type { Case, CaseFile, Day, Id, Moment } from './records'
import { beginningOf } from './returns'
import { supervisorsOf } from './staff'

/** The plans of the told cases as rows would have them; nothing sealed, no words of anybody. */
export type PlannedGoal = {
  id: Id
  template: string
  place: number
  state: 'OPEN' | 'MET' | 'LEFT'
  agreedOn: Day
  endedOn: Day | null
}
export type PlannedAction = {
  id: Id
  goalId: Id
  template: string
  owner: Owner
  service: string | null
  agreedOn: Day
  dueAt: Moment
  dueBy: 'HOURS' | 'DAYS' | 'RISK' | 'CHOSEN'
  risk: string
  state: 'OPEN' | 'DONE' | 'SKIPPED'
  doneOn: Day | null
  skipReason: string | null
  endedAt: Moment | null
}
export type Planned = {
  goals: PlannedGoal[]
  actions: PlannedAction[]
  approved: { byId: Id; at: Moment } | null
}

type Told = { id: string; due: Day; state: string; done?: Day }
type TheirPlan = { agreed: Day; goals: { id: string; state: string }[]; actions: Told[] }

/** The list tells in words why an action was left; here as a code. */
const LEFT: Readonly<Record<string, string>> = {
  CAAFAG_A4: 'TAKEN_OVER',
  UNACCOMPANIED_A2: 'TAKEN_OVER',
  FAMILY_CONTACT_A2: 'NOT_WANTED',
  GBV_OTHER_A3: 'NOT_WANTED',
}

const endOf = (day: Day): Moment => `${day}T17:00:00Z`
const noon = (day: Day): Moment => `${day}T12:00:00Z`

/** The plan of a told case, as the list tells it; nothing for a case that the list does not know. */
export function planOf(file: Case): Planned | undefined {
  const told = reference.cases.find((one) => beginningOf(one.case_code) === beginningOf(file.code))
  if (!told) return undefined
  const plan: TheirPlan = told.plan
  const risk =
    [...told.risk_history].reverse().find(({ date }) => date <= plan.agreed)?.risk ??
    told.risk_history[0]?.risk ??
    'MEDIUM'
  const goals = plan.goals.map((goal, at): PlannedGoal => {
    const ended = goal.state === 'DONE' ? endOfGoal(goal.id, plan) : { state: 'OPEN' as const, on: null }
    return {
      id: idOf(`${file.code} ${goal.id}`),
      template: goal.id,
      place: at + 1,
      state: ended.state,
      agreedOn: plan.agreed,
      endedOn: ended.on,
    }
  })
  const actions = plan.actions.map((action) => actionOf(action, { file, plan, goals, risk }))
  const supervisor = file.namedSupervisorIds[0] ?? supervisorsOf(file.officeId)[0]?.id
  const asked = risk === 'HIGH' || 2014 - file.person.birthYear < 18
  return {
    goals,
    actions,
    approved: asked && supervisor ? { byId: supervisor, at: noon(plan.agreed) } : null,
  }
}

/** A goal was met when the last of its template's actions was done; where every one was left out, so was the goal. */
function endOfGoal(goal: string, { actions, agreed }: TheirPlan): { state: PlannedGoal['state']; on: Day } {
  const own = actions.filter(({ id }) => templateOf(id) === templateOf(goal))
  const left = own.length > 0 && own.every(({ state }) => state === 'SKIPPED')
  const days = own.flatMap(({ done, due }) => (left ? due : (done ?? [])))
  return { state: left ? 'LEFT' : 'MET', on: days.toSorted().at(-1) ?? agreed }
}

type Around = { file: Case; plan: TheirPlan; goals: PlannedGoal[]; risk: string }

function actionOf(told: Told, { file, plan, goals, risk }: Around): PlannedAction {
  const template = templateAction(told.id)
  if (!template) throw new Error(`${told.id} is in no template`)
  const goal = goals.find((one) => templateOf(one.template) === templateOf(told.id)) ?? goals[0]
  if (!goal) throw new Error(`${file.code} has no goal for ${told.id}`)
  const counted = countDue(limitOf(template.due), countedOnDay(plan.agreed), risk)
  const same = counted.at.toISOString().slice(0, 10) === told.due
  const state = told.state === 'DONE' || told.state === 'SKIPPED' ? told.state : 'OPEN'
  const ended = told.done ?? (state === 'SKIPPED' ? told.due : null)
  return {
    id: idOf(`${file.code} ${told.id}`),
    goalId: goal.id,
    template: told.id,
    owner: template.owner,
    service: template.service ?? null,
    agreedOn: plan.agreed,
    dueAt: same ? counted.at.toISOString() : endOf(told.due),
    dueBy: same ? counted.by : 'CHOSEN',
    risk,
    state,
    doneOn: state === 'DONE' ? (told.done ?? told.due) : null,
    skipReason: state === 'SKIPPED' ? (LEFT[told.id] ?? 'NO_LONGER_NEEDED') : null,
    endedAt: ended && noon(ended) < NOW ? noon(ended) : ended && NOW,
  }
}

/** Every file that has a plan, with it. */
export const planned = (files: readonly CaseFile[]) =>
  files.flatMap((file) => {
    const plan = planOf(file.case)
    return plan ? [{ file, plan }] : []
  })
