/**
 * The model: what the rulings say of a plan, its actions and the word of a supervisor, as plain values. Nothing of the
 * application's rules, tables or queries is used here; limits and days are told again.
 */
export const NAMES = ['lead', 'member', 'supervisor', 'outsider', 'elsewhere'] as const
export type Name = (typeof NAMES)[number]
export const isOnTeam = (who: Name): boolean => who === 'lead' || who === 'member'
/** Caseworkers by role, whatever case they work on. */
export const isCaseworker = (who: Name): boolean => isOnTeam(who) || who === 'outsider'
export const sees = (who: Name): boolean => isOnTeam(who) || who === 'supervisor'

export type Risk = 'HIGH' | 'MEDIUM' | 'LOW'
/** Hours until the first action and days until the next contact, by risk. */
const FIRST_ACTION: Record<Risk, number> = { HIGH: 24, MEDIUM: 72, LOW: 168 }
const NEXT_CONTACT: Record<Risk, number> = { HIGH: 7, MEDIUM: 14, LOW: 30 }

/** What comes from the risk, from a number of days, or was chosen. */
export type Limit =
  | { from: 'first-action' }
  | { from: 'contact' }
  | { from: 'days'; days: number }
  | { from: 'chosen'; day: string }
export type Action = {
  id: string
  template: string | null
  owner: 'US' | 'PERSON' | 'PARTNER'
  holder: Name | null
  limit: Limit
  state: 'OPEN' | 'DONE' | 'SKIPPED'
  why: string | null
  /** Of what ended: when it had been due. */
  was: string | null
  version: number
}
/** `template`: the goal of a template, null of the person's own. */
export type Goal = {
  id: string
  template: string | null
  title: string
  state: 'OPEN' | 'MET' | 'LEFT'
  version: number
}
export type Plan = {
  code: string
  caseId: string
  risk: Risk
  onHold: boolean
  today: string
  /** In the person's order. */
  goals: Goal[]
  actions: Action[]
  word: { says: 'waits' | 'APPROVED' | 'RETURNED'; version: number } | null
}

const DAY_MS = 86_400_000
export const daysOn = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

/** When an action is due: "+72h" from when it was agreed, or the end of a day. */
export function dueOf({ limit, state, was }: Action, { risk, today }: Plan): string {
  if (state !== 'OPEN' && was) return was
  if (limit.from === 'first-action') return `+${FIRST_ACTION[risk]}h`
  if (limit.from === 'chosen') return limit.day
  return daysOn(today, limit.from === 'contact' ? NEXT_CONTACT[risk] : limit.days)
}

/** What a word is waited for on has changed: it is another version, so that nobody approves what they did not read. */
export const changedWhileWaiting = ({ word }: Plan): void => {
  if (word?.says === 'waits') word.version += 1
}

/** A plan that was added to: it is asked for where the risk is high or somebody wants it; one that waits is another version. */
export function addedTo(plan: Plan, wanted: boolean): void {
  if (plan.word?.says === 'waits') changedWhileWaiting(plan)
  else if (wanted || plan.risk === 'HIGH') plan.word = { says: 'waits', version: 1 }
}

/** One line a fact, as the rows should have it. */
export function linesOf(plan: Plan): string[] {
  const open = plan.actions.filter(({ state }) => state === 'OPEN')
  const word = plan.word?.says
  return [
    ...plan.goals.map(({ id, state }, at) => `goal ${id} ${at + 1} ${state}`),
    ...plan.actions.map(
      (one) => `action ${one.id} ${one.owner} ${one.holder} ${dueOf(one, plan)} ${one.state} ${one.why}`,
    ),
    ...open.map((one) => `task PLAN_ACTION ${one.holder} ${dueOf(one, plan)}`),
    ...(word === 'waits' ? ['task APPROVE_PLAN null'] : []),
    ...(word === 'RETURNED' ? ['task PLAN_RETURNED lead'] : []),
    ...(plan.word ? [`word ${word} ${plan.word.version}`] : []),
  ].sort()
}
