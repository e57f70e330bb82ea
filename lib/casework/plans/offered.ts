import type { ChildAnswer } from '@/lib/base/time/age-on'
import { countDue, limitOf } from './due-dates'
import { TEMPLATES, type Template, type TemplateAction, type TemplateDue } from './templates'

/** What an organisation changed of one action (`app.plan_changes`): another limit, or that it is not offered. */
export type TemplateChange = { action: string; off: boolean; hours: number | null; days: number | null }

/** What decides which templates fit. `gbvTypes`: as far as assessments that this reader opens say; without, every kind is offered. */
export type Situation = {
  concerns: readonly string[]
  child: ChildAnswer
  risk: string | null
  restricted: boolean
  gbvTypes?: readonly string[]
}
/** What stands in the plan already, done or not. */
export type Present = { template: string | null; owner: string; service: string | null; state: string }

/** An action with the limit as the organisation has it. */
const changed = (action: TemplateAction, changes: readonly TemplateChange[]): TemplateAction => {
  const change = changes.find((one) => one.action === action.id)
  return change && (change.hours || change.days) ? { ...action, due: dueOf(change) } : action
}
const dueOf = ({ hours, days }: TemplateChange): TemplateDue => ({
  ...(hours && { hours }),
  ...(days && { days }),
})

/** A child's template also where somebody may be a child, an adult's unless somebody is one. */
const fitsAge = ({ child }: Template, answer: ChildAnswer): boolean =>
  child === undefined || answer === 'UNKNOWN' || answer === 'MAYBE' || child === (answer === 'YES')

/** Violence of a kind that the survivor did not name is no reason; another concern of the template still is. */
function fitsConcerns({ concerns, gbv_types: kinds }: Template, { concerns: has, gbvTypes = [] }: Situation) {
  const named = gbvTypes.length === 0 || !kinds || kinds.some((kind) => gbvTypes.includes(kind))
  return concerns.some((code) => has.includes(code) && (named || code !== 'VIOL_GBV'))
}

/** The same action, whatever it is called: the same service by the same side. */
const likeness = ({ owner, service, id }: Pick<TemplateAction, 'owner' | 'service' | 'id'>): string =>
  service ? `${owner} ${service}` : id

/** Of an action that several templates have, the one with the shortest limit at this risk. PURE. */
function soonest(templates: readonly Template[], risk: string | null): Set<string> {
  const best = new Map<string, { id: string; at: number }>()
  for (const action of templates.flatMap((one) => one.actions)) {
    const at = countDue(limitOf(action.due), new Date(0), risk).at.getTime()
    const known = best.get(likeness(action))
    if (!known || at < known.at) best.set(likeness(action), { id: action.id, at })
  }
  return new Set([...best.values()].map(({ id }) => id))
}

/** The templates that fit this case, each with what is not in its plan yet; the same action is offered once. PURE. */
export function offeredTemplates(
  situation: Situation,
  changes: readonly TemplateChange[] = [],
  present: readonly Present[] = [],
): Template[] {
  const off = new Set(changes.filter((one) => one.off).map((one) => one.action))
  const taken = new Set(
    present.flatMap(({ template, owner, service, state }) => [
      ...(template ? [template] : []),
      ...(service && state === 'OPEN' ? [`${owner} ${service}`] : []),
    ]),
  )
  const wanted = ({ actions, ...rest }: Template): Template => ({
    ...rest,
    actions: actions
      .filter((action) => !off.has(action.id) && !taken.has(action.id) && !taken.has(likeness(action)))
      .map((action) => changed(action, changes)),
  })
  const fitting = TEMPLATES.filter(
    (one) =>
      (!one.restricted || situation.restricted) &&
      fitsAge(one, situation.child) &&
      fitsConcerns(one, situation),
  ).map(wanted)
  const once = soonest(fitting, situation.risk)
  return fitting
    .map((one) => ({ ...one, actions: one.actions.filter(({ id }) => once.has(id)) }))
    .filter(({ actions }) => actions.length > 0)
}
