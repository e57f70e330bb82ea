import { label } from '@/lib/base/codes/codes'
import { dayNear, moment } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import { isoDayOf } from '@/lib/base/time/days'
import { CASE_RULES, type Priority, type Risk } from '@/lib/engines/clocks/rules'
import { before, limitWords, MS, ruleLimit, same, type Words } from './limit-words'

export type DatedCase = {
  kind: string
  due: Date
  risk: string | null
  /** When the person was first reported, where an alert led here. */
  askedAt: Date | null
  openedAt: Date
  /** The last time it was opened again after a closing. */
  reopenedAt?: Date | null
  lastContactOn: string | null
  /** The day set with the person, where one was, and why it was put off. */
  chosen?: { on: string; day: string; laterReason: string | null } | null
  /** The most pressing alert, while nothing was done yet. */
  alertUrgency: string | null
}

const RISK_OF = { EMERGENCY: 'HIGH', URGENT: 'MEDIUM', NORMAL: 'LOW' } as const satisfies Record<
  Priority,
  Risk
>

/** Why the next promise to the person is due when it is. Limits in days run until the office closes. */
export function whyCase(one: DatedCase, words: Words): string {
  const { t, locale } = words
  const { kind, due, risk, alertUrgency } = one
  if (kind !== 'first-action' && kind !== 'follow-up') return ''
  const rated = (risk ?? 'HIGH') as Risk
  const [pressed, by] = kind === 'first-action' ? pressedBy(rated, alertUrgency) : [rated, null]
  const limit = ruleLimit(CASE_RULES[pressed][kind])
  const values = { limit: limitWords(limit, words), risk: wordingOf(t, `why.risk.${rated}`, rated) }
  const counted = before(due, limit)
  const { reopenedAt } = one
  // The office closes after the hour of the day at which it began, at most a day later.
  const until = (from: Date) => counted >= from && counted.getTime() - from.getTime() < MS.DAYS
  const again = () => t('why.since.reopening', { at: reopenedAt ? moment(locale, reopenedAt) : '' })
  const { chosen } = one
  if (kind === 'follow-up' && chosen && chosen.on === isoDayOf(due)) {
    const set = { at: dayNear(locale, chosen.day, due) }
    return chosen.laterReason
      ? t('why.case.put-off', { ...set, why: label('later_contact_reason', chosen.laterReason, locale) })
      : t('why.case.chosen', set)
  }
  if (kind === 'follow-up') {
    const begun = one.lastContactOn
      ? new Date(`${one.lastContactOn}T00:00:00Z`)
      : (one.askedAt ?? one.openedAt)
    if (!until(begun) && reopenedAt && until(reopenedAt))
      return t('why.case.follow-up', { ...values, from: again() })
    return until(begun)
      ? t('why.case.follow-up', {
          ...values,
          from: one.lastContactOn
            ? t('why.since.contact', { at: dayNear(locale, begun, due) })
            : t(one.askedAt ? 'why.since.alert' : 'why.since.opening', { at: moment(locale, begun) }),
        })
      : t('why.case.moved', values)
  }
  const begun = one.askedAt ?? one.openedAt
  const reopened = reopenedAt && same(counted, reopenedAt)
  if (!same(counted, begun) && !reopened) return t('why.case.moved', values)
  const from = reopened
    ? again()
    : t(one.askedAt ? 'why.since.alert' : 'why.since.opening', { at: moment(locale, begun) })
  if (by)
    return t('why.case.first-action-alert', {
      ...values,
      from,
      urgency: wordingOf(t, `why.urgency.${by}`, by),
    })
  return t(risk ? 'why.case.first-action' : 'why.case.unrated', { ...values, from })
}

/** A pressing alert gives the first action no more time than its own, however the risk is rated. */
function pressedBy(risk: Risk, urgency: string | null): [Risk, Priority | null] {
  const own = urgency && Object.hasOwn(RISK_OF, urgency) ? RISK_OF[urgency as Priority] : null
  const first = (['HIGH', 'MEDIUM', 'LOW'] as const).find((one) => one === risk || one === own) ?? risk
  return first === risk ? [risk, null] : [first, urgency as Priority]
}
