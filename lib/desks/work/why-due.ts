import { label } from '@/lib/base/codes/codes'
import { dayNear, moment } from '@/lib/base/i18n/dates'
import type { Locale } from '@/lib/base/i18n/locale'
import { isMessageKey, type Translate, wordingOf } from '@/lib/base/i18n/translate'
import { isoDayOf } from '@/lib/base/time/days'
import { CONFIRM_HOURS } from '@/lib/casework/consents/confirmation'
import { CARE_HOURS, dayKinds, type TaskKind } from '@/lib/casework/tasks/kinds'
import { CASE_RULES, type Priority, type Risk } from '@/lib/engines/clocks/rules'
import { spellLimit } from '@/lib/engines/clocks/spell'
import type { ClockRule } from '@/lib/engines/clocks/types'
import { DEFAULTS, type Setting } from '@/lib/platform/settings/defaults'

/**
 * Why a due date is what it is, in one sentence a kind: the limit as the settings have it, the rule it comes from, and from
 * when it is counted. PURE. All instants are casework time.
 */
export type Settings = Partial<Record<string, Setting>>
type Words = { t: Translate; locale: Locale }

const HOUR = 3_600_000
const MS = { HOURS: HOUR, DAYS: 24 * HOUR, YEARS: 365 * 24 * HOUR } as const
/** A limit in ms. */
export const msOf = ({ value, unit }: Setting): number => value * MS[unit]
const hours = (value: number): Setting => ({ value, unit: 'HOURS' })
const days = (value: number): Setting => ({ value, unit: 'DAYS' })

/** "48 h", "14 j". */
const limitWords = ({ value, unit }: Setting, { t }: Words): string =>
  t('clocks.limit', spellLimit(msOf({ value, unit }), unit === 'HOURS' ? 'HOURS' : 'DAYS'))

/** Two instants that are one: what was written in one moment, and what was counted from it. */
const SAME_MS = 60_000
const same = (a: Date, b: Date): boolean => Math.abs(a.getTime() - b.getTime()) <= SAME_MS
const before = (due: Date, limit: Setting): Date => new Date(due.getTime() - msOf(limit))

const says = (settings: Settings, key: string): Setting | undefined => settings[key] ?? DEFAULTS[key]

/** `reason`: the code of the task; `priority`: of the referral it is about. */
export type DatedTask = {
  kind: string
  due: Date
  opened: Date
  reason: string | null
  priority: string | null
  /** Care in time: whether the hour of what happened is known; else it is counted from when the case was opened. */
  hourKnown?: boolean
  /** A look at a rating: the risk was kept as proposed, and only the restriction was left out. */
  leftOpen?: boolean
  /** Seeing the person: why the rule asks for it so soon, in its own words. */
  because?: string | undefined
}

/** Where the limit of a task stands: a setting, or the hours of a rule. Undefined: the date was chosen or comes with its reason. */
const LIMITS: Record<TaskKind, (task: DatedTask, settings: Settings) => Setting | undefined> = {
  TELL_PERSON: () => hours(24),
  NOT_CONFIRMED: ({ priority }, settings) => says(settings, `referral.${priority}.follow-on`),
  // Due when the office's day ends: less than a day more than it was given.
  NEXT_STEP: ({ due, opened }) => days(Math.floor((due.getTime() - opened.getTime()) / MS.DAYS)),
  RENEW_CONSENT: (_, settings) => says(settings, 'consent.renew'),
  FIND_BASIS: () => hours(24),
  RATE_AGAIN: (_, settings) => says(settings, 'see.SEE_DANGER'),
  PROMISED: ({ priority }, settings) => says(settings, `referral.${priority}.follow-on`),
  SCREEN_TRAFFICKING: () => hours(72),
  DECIDE_PANEL: () => hours(120),
  CARE_PEP: () => hours(CARE_HOURS.CARE_PEP),
  CARE_EC: () => hours(CARE_HOURS.CARE_EC),
  CARE_INJURY: ({ due, opened }) => hours(Math.round((due.getTime() - opened.getTime()) / HOUR)),
  SEE_PERSON: ({ due, opened }) => hours(Math.round((due.getTime() - opened.getTime()) / HOUR)),
  REVIEW_HOLD: ({ reason }, settings) => says(settings, `hold.${reason}`),
  CLOSURE_RETURNED: (_, settings) => says(settings, 'closure.again'),
  REVIEW_CASE: ({ reason }, settings) => says(settings, `review.${reason}`),
  /** Its own day. */
  KEEP_APPOINTMENT: () => undefined,
  SEE_LATER_CONTACT: (_, settings) => says(settings, 'see.SEE_LATER_CONTACT'),
  LATE_ANSWER: (_, settings) => says(settings, 'see.LATE_ANSWER'),
  HARM: ({ reason }, settings) => says(settings, `harm.${reason}`),
  CONFIRM_BEST_INTERESTS: () => hours(CONFIRM_HOURS),
  CONFIRM_VITAL: () => hours(CONFIRM_HOURS),
  REVIEW_CONSENT: () => hours(24),
  SEE_LOWER_RISK: (_, settings) => says(settings, 'see.SEE_LOWER_RISK'),
  SEE_HOLD: (_, settings) => says(settings, 'see.SEE_HOLD'),
  SEE_DANGER: (_, settings) => says(settings, 'see.SEE_DANGER'),
  CALLED_ANYWAY: (_, settings) => says(settings, 'see.CALLED_ANYWAY'),
  COMPARE_PEOPLE: (_, settings) => says(settings, 'same.compare'),
  TRANSFER_WAITS: ({ reason }, settings) =>
    says(settings, reason === 'SAFETY' ? 'transfer.answer.SAFETY' : 'transfer.answer'),
  TRANSFER_REFUSED: (_, settings) => says(settings, 'transfer.again'),
  SEE_TRANSFER_REFUSED: (_, settings) => says(settings, 'transfer.again'),
  TELL_NEW_TEAM: (_, settings) => says(settings, 'transfer.tell'),
  TELL_AGENCY: () => hours(24),
  HAND_OUT: (_, settings) => says(settings, 'transfer.again'),
}
/** Not counted from the moment in which they were opened. */
const OTHERWISE: readonly string[] = ['TELL_PERSON', 'RENEW_CONSENT', 'REVIEW_HOLD', 'CARE_PEP', 'CARE_EC']

const isTask = (kind: string): kind is TaskKind => Object.hasOwn(LIMITS, kind)

/** Why a task of ours is due when it is. A date that no rule of today explains was set when the task was opened, and says so. */
export function whyTask(task: DatedTask, settings: Settings, words: Words): string {
  const { kind, opened } = task
  const { t, locale } = words
  const fixed = () => t('why.task.fixed', { at: moment(locale, opened) })
  if (kind === 'KEEP_APPOINTMENT') return t('why.task.KEEP_APPOINTMENT', { at: moment(locale, opened) })
  if (!isTask(kind)) return fixed()
  const [limit, key] = limitOf(task, kind, settings)
  if (!limit || !isMessageKey(key)) return fixed()
  const counted = countedFrom(task, kind, limit)
  if (!OTHERWISE.includes(kind) && counted < new Date(opened.getTime() - SAME_MS)) return fixed()
  const values = { limit: limitWords(limit, words), at: moment(locale, counted), because: task.because ?? '' }
  return t(key, values)
}

/** What was given in days runs on until the office closes, less than a day: it is counted from when it was opened. */
function countedFrom({ due, opened }: DatedTask, kind: TaskKind, limit: Setting): Date {
  if (kind === 'TELL_PERSON') return opened
  const counted = before(due, limit)
  const evening = counted.getTime() - opened.getTime()
  return dayKinds.includes(kind) && evening >= 0 && evening < MS.DAYS ? opened : counted
}

/** A look at a lowered rating is due like that of a danger while care cannot wait; care is counted from what is known. */
function limitOf(task: DatedTask, kind: TaskKind, settings: Settings): [Setting | undefined, string] {
  const danger = says(settings, 'see.SEE_DANGER')
  if (kind === 'SEE_LOWER_RISK') {
    const care = danger && same(before(task.due, danger), task.opened)
    const key = `why.task.${kind}${task.leftOpen ? '-OPEN' : ''}${care ? '-CARE' : ''}`
    return [care ? danger : LIMITS[kind](task, settings), key]
  }
  if (kind === 'SEE_PERSON' && task.because) return [LIMITS[kind](task, settings), `why.task.${kind}-RULE`]
  if ((kind === 'CARE_PEP' || kind === 'CARE_EC') && task.hourKnown === false)
    return [LIMITS[kind](task, settings), `why.task.${kind}-OPENED`]
  return [LIMITS[kind](task, settings), `why.task.${kind}`]
}

/** The limit of a referral's clock, as the settings have it. */
export const referralLimit = (settings: Settings, priority: string, kind: string): Setting | undefined =>
  says(settings, `referral.${priority}.${kind}`)

/** The same from the rules that the settings make. */
export const ruleLimit = ({ limit, unit }: Pick<ClockRule, 'limit' | 'unit'>): Setting => ({
  value: limit,
  unit: unit === 'HOURS' ? 'HOURS' : 'DAYS',
})

/** `moments`: what it may be counted from; said where the limit leads there from the due date. */
export type DatedReferral = {
  kind: string
  due: Date
  priority: string
  limit: Setting
  moments: readonly (Date | null)[]
}

/** Why a referral's clock is due when it is: its urgency, and what it is counted from. */
export function whyReferral({ kind, due, priority, limit, moments }: DatedReferral, words: Words): string {
  const since = `why.since.${kind}`
  if (!isMessageKey(since)) return ''
  const { t, locale } = words
  const values = {
    limit: limitWords(limit, words),
    since: t(since),
    urgency: wordingOf(t, `why.priority.${priority}`, priority),
  }
  const counted = moments.find((one) => one !== null && sinceThen(one, due, limit))
  return counted
    ? t('why.referral.at', { ...values, at: moment(locale, counted) })
    : t('why.referral.plain', values)
}

/** A limit in hours to the minute; one in days runs until the office closes, less than a day later. */
function sinceThen(from: Date, due: Date, limit: Setting): boolean {
  const longer = before(due, limit).getTime() - from.getTime()
  return limit.unit === 'HOURS' ? Math.abs(longer) <= SAME_MS : longer >= -SAME_MS && longer < MS.DAYS
}

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
