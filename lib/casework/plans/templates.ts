import { isCode } from '@/lib/base/codes/codes'
import type { CodeOf } from '@/lib/base/codes/lists'
import table from './plan-templates.json'

/**
 * What a plan may begin with, by what brought somebody to us (`plan-templates.json`): goals, actions with who does them and
 * until when. Checked once at load: a malformed one stops the start with a sentence. Nothing of it is added without the person.
 */
export type Said = { fr: string; en: string; ar: string }
export type Owner = CodeOf<'action_owner'>
/** Which limit of the case's risk; the data's word for it. */
export type RiskLimit = 'first_action_h' | 'assessment_d' | 'plan_d' | 'followup_d' | 'review_d'
export type TemplateDue = { hours?: number; days?: number; risk_limit?: RiskLimit }
export type TemplateAction = { id: string; owner: Owner; due: TemplateDue; service?: string; text: Said }
export type TemplateGoal = { id: string; text: Said }
export type Template = {
  id: string
  concerns: readonly string[]
  gbv_types?: readonly string[]
  /** For restricted cases only. */
  restricted?: true
  /** Children only, adults only, or absent: everybody. */
  child?: boolean
  title: Said
  goals: readonly TemplateGoal[]
  actions: readonly TemplateAction[]
  /** How often the person is met: by the risk, or at most after so many days. */
  followup: { types: readonly string[]; every: 'RISK' | number }
  /** By what the case is over. */
  close: readonly { id: string; text: Said }[]
}

const LIMITS: readonly string[] = ['first_action_h', 'assessment_d', 'plan_d', 'followup_d', 'review_d']
const isSaid = (text: Said | undefined): boolean => Boolean(text?.fr && text.en && text.ar)

function actionFault({ id, owner, due, service, text }: TemplateAction): string | undefined {
  if (!isCode('action_owner', owner)) return `${id}: nobody is called ${owner}`
  if (service !== undefined && !isCode('service_type', service)) return `${id}: no service ${service}`
  if (owner === 'PARTNER' && !service) return `${id}: a partner is asked for a service`
  const { hours, days, risk_limit: limit } = due
  if (hours === undefined && days === undefined && !limit) return `${id}: no limit`
  if ([hours, days].some((one) => one !== undefined && !(one > 0))) return `${id}: a limit that is over`
  if (limit && !LIMITS.includes(limit)) return `${id}: no limit of a risk is called ${limit}`
  return isSaid(text) ? undefined : `${id}: not said in every language`
}

/** What is wrong with some templates, in a sentence; nothing where all is well. PURE. */
export function faultOf(templates: readonly Template[]): string | undefined {
  const ids = templates.flatMap(({ id, goals, actions }) => [
    id,
    ...[...goals, ...actions].map((one) => one.id),
  ])
  const twice = ids.find((id, at) => ids.indexOf(id) !== at)
  if (twice) return `${twice} stands twice`
  for (const { id, concerns, goals, actions, title, close } of templates) {
    const strange = concerns.find((code) => !isCode('protection_concern', code))
    if (strange) return `${id}: no concern ${strange}`
    if (goals.length === 0 || actions.length === 0) return `${id}: nothing to agree on`
    const elsewhere = [...goals, ...actions].find((one) => !one.id.startsWith(`${id}_`))
    if (elsewhere) return `${elsewhere.id} stands under ${id}`
    if (![title, ...[...goals, ...close].map(({ text }) => text)].every(isSaid))
      return `${id}: not said in every language`
    const fault = actions.map(actionFault).find(Boolean)
    if (fault) return fault
  }
  return undefined
}

const given = table.templates as unknown as Template[]
const fault = faultOf(given)
if (fault) throw new Error(`plan-templates.json: ${fault}`)

export const TEMPLATES: readonly Template[] = given

const goals = new Map(TEMPLATES.flatMap((one) => one.goals.map((goal) => [goal.id, goal] as const)))
const actions = new Map(TEMPLATES.flatMap((one) => one.actions.map((action) => [action.id, action] as const)))

export const templateGoal = (id: string): TemplateGoal | undefined => goals.get(id)
export const templateAction = (id: string): TemplateAction | undefined => actions.get(id)
/** The template of a goal or an action. */
export const templateOf = (id: string): Template | undefined =>
  TEMPLATES.find((one) => [...one.goals, ...one.actions].some((part) => part.id === id))

/** In the reader's language, or that of a paper; a template is always said in it. PURE. */
export const said = (text: Said, language: keyof Said): string => text[language]
