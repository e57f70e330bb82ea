import { label } from '@/lib/base/codes/codes'
import { day, moment, time } from '@/lib/base/i18n/dates'
import type { Locale } from '@/lib/base/i18n/locale'
import { type Translate, wordingOf } from '@/lib/base/i18n/translate'
import { isoDayOf } from '@/lib/base/time/days'
import { countedOnDay, ratedAs, riskRule } from '@/lib/casework/plans/due-dates'
import type { Dated } from '@/lib/casework/plans/queries'
import { spellLimit } from '@/lib/engines/clocks/spell'
import type { CaseClockKind } from '@/lib/engines/clocks/wiring'

type Words = { t: Translate; locale: Locale }
const HOUR_MS = 3_600_000

const limitWords = (value: number, unit: 'HOURS' | 'DAYS', { t }: Words): string =>
  t('clocks.limit', spellLimit(value * (unit === 'HOURS' ? 1 : 24) * HOUR_MS, unit))

/**
 * Why an action is due when it is, in one sentence: the limit that was the shortest, of which risk, from when; or that it was
 * chosen, and why. Beside it, that it was counted again. PURE.
 */
export function whyAction(dated: Dated, words: Words): string {
  const { t, locale } = words
  const again =
    dated.redatedAt && dated.dueBy === 'RISK'
      ? t('plans.why.redated', { at: moment(locale, dated.redatedAt) })
      : ''
  return [limitOf(dated, words), again].filter(Boolean).join(' ')
}

function limitOf({ dueBy, hours, days, limitRisk, risk, from, movedReason }: Dated, words: Words): string {
  const { t, locale } = words
  // An action agreed on a day before today was noted without its hour.
  const closed = countedOnDay(isoDayOf(new Date(from)))
  const at =
    closed.getTime() === new Date(from).getTime()
      ? t('plans.why.no-hour', { on: day(locale, from), at: time(locale, closed) })
      : moment(locale, from)
  if (dueBy === 'HOURS') return t('plans.why.HOURS', { limit: limitWords(hours ?? 0, 'HOURS', words), at })
  if (dueBy === 'DAYS') return t('plans.why.DAYS', { limit: limitWords(days ?? 0, 'DAYS', words), at })
  if (dueBy === 'RISK' && limitRisk) {
    const rule = riskRule(limitRisk as CaseClockKind, risk)
    return t('plans.why.RISK', {
      what: wordingOf(t, `plans.limit.${limitRisk}`, ''),
      limit: limitWords(rule.limit, rule.unit === 'HOURS' ? 'HOURS' : 'DAYS', words),
      risk: t(`plans.risk.${ratedAs(risk)}`),
      at,
    })
  }
  return movedReason
    ? t('plans.why.CHOSEN', { reason: label('plan_date_reason', movedReason, locale) })
    : t('plans.why.CHOSEN-FIRST')
}
