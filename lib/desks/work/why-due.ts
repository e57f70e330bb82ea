import { moment } from '@/lib/base/i18n/dates'
import { isMessageKey, wordingOf } from '@/lib/base/i18n/translate'
import { CONFIRM_HOURS } from '@/lib/casework/consents/confirmation'
import { CARE_HOURS, dayKinds, type TaskKind } from '@/lib/casework/tasks/kinds'
import { DEFAULTS, type Setting } from '@/lib/platform/settings/defaults'
import { before, days, HOUR, hours, limitWords, MS, SAME_MS, same, type Words } from './limit-words'
import { COUNTED_ON_PATH, RETURN_LIMITS } from './return-limits'

/**
 * Why a due date is what it is, in one sentence a kind: the limit as the settings have it, the rule it comes from, and from
 * when it is counted. PURE. All instants are casework time.
 */
export type Settings = Partial<Record<string, Setting>>
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
  ASK_NEXT: ({ due, opened }) => hours(Math.round((due.getTime() - opened.getTime()) / HOUR)),
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
  CALL_PARTNER: (_, settings) => says(settings, 'notice.call'),
  AWAIT_DELETION: (_, settings) => says(settings, 'withdrawal.deleted'),
  TELL_RECEIVED: ({ reason }, settings) => says(settings, `referral.${reason}.acknowledge`),
  TELL_OUTCOME: ({ reason }, settings) => says(settings, `referral.${reason}.acknowledge`),
  HAND_OUT: (_, settings) => says(settings, 'transfer.again'),
  ...RETURN_LIMITS,
  // What its own limit is, the plan says (`case-file/why-action`).
  PLAN_ACTION: ({ due, opened }) => hours(Math.round((due.getTime() - opened.getTime()) / HOUR)),
  PLAN_RETURNED: (_, settings) => says(settings, 'plan.again'),
  OPENING_DISCIPLINE: (_, settings) => says(settings, 'opening.answer'),
  OPENING_SUPERVISION: (_, settings) => says(settings, 'opening.answer'),
  APPROVE_PLAN: ({ due, opened }) => hours(Math.round((due.getTime() - opened.getTime()) / HOUR)),
}
/** Not counted from the moment in which they were opened. */
const OTHERWISE: readonly string[] = [
  ...['TELL_PERSON', 'RENEW_CONSENT', 'REVIEW_HOLD', 'CARE_PEP', 'CARE_EC'],
  ...COUNTED_ON_PATH,
]

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
