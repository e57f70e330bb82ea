import { label } from '@/lib/base/codes/codes'
import type { Locale } from '@/lib/base/i18n/locale'
import type { Translate } from '@/lib/base/i18n/translate'
import { limitOf, riskRule } from '@/lib/casework/plans/due-dates'
import type { TemplateChange } from '@/lib/casework/plans/offered'
import type { PlanAction, PlanGoal } from '@/lib/casework/plans/queries'
import {
  type Said,
  said,
  type TemplateAction,
  type TemplateDue,
  templateAction,
  templateGoal,
} from '@/lib/casework/plans/templates'
import { RISKS } from '@/lib/engines/clocks/rules'
import { spellLimit } from '@/lib/engines/clocks/spell'

type Words = { t: Translate; locale: Locale }

/** What an action is called: by its template in the language of the screen or paper, or as it was written. PURE. */
export function actionName(
  { template, text }: Pick<PlanAction, 'template' | 'text'>,
  language: keyof Said,
): string {
  const known = template ? templateAction(template) : undefined
  return known ? said(known.text, language) : text
}

export function goalName(
  { template, title }: Pick<PlanGoal, 'template' | 'title'>,
  language: keyof Said,
): string {
  const known = template ? templateGoal(template) : undefined
  return known ? said(known.text, language) : title
}

/** Who does it: a colleague by name, else the side. PURE. */
export const ownerWords = ({ owner, holder }: Pick<PlanAction, 'owner' | 'holder'>, { t }: Words): string =>
  owner === 'US' ? (holder ?? t('plans.owner.anybody')) : t(`plans.owner.${owner}`)

type Span = { value: number; unit: 'HOURS' | 'DAYS' }
const msOf = ({ value, unit }: Span): number => value * (unit === 'HOURS' ? 1 : 24) * 3_600_000
const inWords = (span: Span, { t }: Words): string => t('clocks.limit', spellLimit(msOf(span), span.unit))

/** The limits of a template's action in hours or days; one of the risk as this risk has it. */
function spansOf(due: TemplateDue, risk: string | null): Span[] {
  const { hours, days, risk: kind } = limitOf(due)
  const rule = kind ? riskRule(kind, risk) : undefined
  return [
    ...(hours ? [{ value: hours, unit: 'HOURS' as const }] : []),
    ...(days ? [{ value: days, unit: 'DAYS' as const }] : []),
    ...(rule
      ? [{ value: rule.limit, unit: rule.unit === 'HOURS' ? ('HOURS' as const) : ('DAYS' as const) }]
      : []),
  ]
}

/** A template's action before it is agreed: who, and within what. PURE. */
export function offerWords(action: TemplateAction, risk: string | null, words: Words): string {
  const [first] = spansOf(action.due, risk).toSorted((a, b) => msOf(a) - msOf(b))
  const owner = label('action_owner', action.owner, words.locale)
  return words.t('plans.new.line', { owner, limit: first ? inWords(first, words) : '' })
}

/** Within what an action of a template is done, for nobody in particular: one limit for each risk where it is the risk's. PURE. */
export function dueLimitWords(due: TemplateDue, change: TemplateChange | undefined, words: Words): string {
  const now: TemplateDue =
    change?.hours || change?.days
      ? { ...(change.hours && { hours: change.hours }), ...(change.days && { days: change.days }) }
      : due
  if (!now.risk_limit)
    return spansOf(now, null)
      .map((span) => inWords(span, words))
      .join(', ')
  return RISKS.map((risk) => {
    const [span] = spansOf(now, risk)
    return `${words.t(`plans.risk.${risk}`)} ${span ? inWords(span, words) : ''}`
  }).join(', ')
}
