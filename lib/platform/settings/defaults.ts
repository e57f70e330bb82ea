import { REFERRAL_RULES } from '@/lib/engines/clocks/rules'

/** One line of `app.settings`. */
export type Setting = { value: number; unit: 'HOURS' | 'DAYS' }
const days = (value: number): Setting => ({ value, unit: 'DAYS' })
const hours = (value: number): Setting => ({ value, unit: 'HOURS' })

/**
 * How long things last, unless the table says otherwise: the only place with these numbers. The clocks' limits are
 * those of the engine's own table.
 */
const OTHER_DEFAULTS = {
  /** A partner reads all ticked facts of what is settled. */
  'partner.settled': days(30),
  /** After that, or after the end, it reads the anonymous facts. */
  'partner.after': days(30),
  /** A line without any fact stays after decline, cancel or withdrawal. */
  'partner.stub': days(90),
  /** A refusal of the partner asks for another service until another referral follows. */
  'referral.follow': days(30),
  /** So long before a consent ends that a partner at work rests on, the person is asked again. */
  'consent.renew': days(14),
  /** A supervisor looks at what somebody of their team decided or reported within these hours. */
  'see.SEE_LOWER_RISK': hours(24),
  'see.SEE_DANGER': hours(4),
  'see.CALLED_ANYWAY': hours(24),
  /** Whoever hears of a harm answers within these hours, by its kind. */
  'harm.MONEY_ASKED': hours(24),
  'harm.VIOLENCE': hours(1),
  'harm.HUMILIATION': hours(72),
  'harm.CONFIDENTIALITY': hours(4),
  'harm.CARE_DENIED': hours(24),
  'harm.CARE_HARM': hours(4),
  'harm.COERCION': hours(24),
  'harm.OTHER': hours(24),
  'harm.PSEA': hours(1),
} as const satisfies Record<string, Setting>

const CLOCK_DEFAULTS = Object.fromEntries(
  Object.entries(REFERRAL_RULES).flatMap(([priority, rules]) =>
    Object.entries(rules).map(([kind, { limit, unit }]): [string, Setting] => [
      `referral.${priority}.${kind}`,
      { value: limit, unit: unit === 'HOURS' ? 'HOURS' : 'DAYS' },
    ]),
  ),
)

export type SettingKey = keyof typeof OTHER_DEFAULTS

/** Every setting with its default, in the order of the table's first filling. */
export const DEFAULTS: Readonly<Record<string, Setting>> = { ...OTHER_DEFAULTS, ...CLOCK_DEFAULTS }
