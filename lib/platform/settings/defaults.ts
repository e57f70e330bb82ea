import { REFERRAL_RULES } from '@/lib/engines/clocks/rules'

/** One line of `app.settings`. */
export type Setting = {
  value: number
  unit: 'HOURS' | 'DAYS' | 'YEARS' | 'PERCENT' | 'XOF' | 'COUNT' | 'FLAG'
}
const days = (value: number): Setting => ({ value, unit: 'DAYS' })
const hours = (value: number): Setting => ({ value, unit: 'HOURS' })
const years = (value: number): Setting => ({ value, unit: 'YEARS' })
const percent = (value: number): Setting => ({ value, unit: 'PERCENT' })
/** 1 is yes, 0 is no. */
const flag = (value: 0 | 1): Setting => ({ value, unit: 'FLAG' })
const xof = (value: number): Setting => ({ value, unit: 'XOF' })

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
  /** After silence the person is asked for another agency within these hours; of an emergency sooner. */
  'referral.ask-next': hours(24),
  'referral.ask-next.EMERGENCY': hours(4),
  /** After a withdrawal the agency says within these days that it deleted what it was sent; half-way it is reminded. */
  'withdrawal.deleted': days(7),
  /** What an agency wrote of somebody whom we did not take stays so long. */
  'inbound.kept': days(14),
  /** So long before a consent ends that a partner at work rests on, the person is asked again. */
  'consent.renew': days(14),
  /** A supervisor looks at what somebody of their team decided or reported within these hours. */
  'see.SEE_LOWER_RISK': hours(24),
  'see.SEE_DANGER': hours(4),
  'see.CALLED_ANYWAY': hours(24),
  'see.SEE_HOLD': hours(24),
  /** A supervisor hears a partner that answers after the case was closed. */
  'see.LATE_ANSWER': hours(24),
  'see.SEE_LATER_CONTACT': hours(24),
  /** A case is looked at again with the person, by its risk. */
  'review.HIGH': days(14),
  'review.MEDIUM': days(30),
  'review.LOW': days(90),
  /** A case waits no longer than this before somebody looks again, by its reason. */
  'hold.NO_ACCESS': days(90),
  'hold.TRAVELLING': days(60),
  'hold.SEASONAL': days(120),
  'hold.HOSPITAL': days(60),
  'hold.COURT': days(180),
  'hold.THIRD_PARTY': days(90),
  'hold.PERSON_ASKED': days(60),
  'hold.DETAINED': days(90),
  'hold.TEAM_SAFETY': days(30),
  /** A danger of suicide noted longer ago is judged again before the case is closed. */
  'closure.suicide': days(14),
  /** A closure that came back is taken up again within these days. */
  'closure.again': days(3),
  /** A supervisor who takes a row of the queue is at it for so long; what is set aside comes back so long before its limit. */
  'queue.claim': hours(1),
  'queue.back': hours(2),
  /** An office answers an offered case within these days, and sooner where it moves for safety. */
  'transfer.answer': days(7),
  'transfer.answer.SAFETY': days(1),
  /** Whoever offered a case that was refused takes it up again within these days. */
  'transfer.again': days(2),
  /** The new team tells the person who follows them now. */
  'transfer.tell': days(3),
  /** A step of a return is due so long after the path was opened; after departure so long after the step before it. */
  'return.CONSENT': days(7),
  'return.FITNESS': days(14),
  'return.TRAVEL_DOC': days(14),
  'return.EXIT_PAPER': days(18),
  'return.TICKET': days(18),
  'return.ESCORT': days(14),
  'return.DEPARTURE': days(21),
  'return.ARRIVAL': days(2),
  'return.CONTACT_7': days(7),
  /** A grant that is asked for is decided, one given back is taken up again, one approved is handed over, within these days. */
  'grant.decide': days(3),
  'grant.again': days(3),
  'grant.deliver': days(30),
  /** What a visit found is followed up within these days. */
  'grant.follow': days(7),
  /** A visit is in time so many days before and after its day: one, three, six and twelve months from the first delivery. */
  'visit.M1': days(7),
  'visit.M3': days(7),
  'visit.M6': days(14),
  'visit.M12': days(14),
  /** What a grant in kind usually comes to; above the last the page asks. Quotes are wanted from this total on. */
  'grant.usual-min': xof(150_000),
  'grant.usual-max': xof(650_000),
  'grant.ask-above': xof(800_000),
  'grant.quotes-from': xof(100_000),
  'grant.quotes': { value: 3, unit: 'COUNT' },
  /** The most that one line may be of the total. */
  'grant.EQUIP': percent(60),
  'grant.STOCK': percent(55),
  'grant.RENT': percent(25),
  'grant.WORKS': percent(25),
  'grant.ANIMALS': percent(70),
  'grant.SEEDS': percent(50),
  'grant.TRAINING': percent(40),
  'grant.SCHOOL': percent(60),
  'grant.MEDICAL': percent(40),
  'grant.TRANSPORT': percent(15),
  'grant.FEES': percent(10),
  'grant.RESERVE': percent(10),
  /** A supervisor answers about a plan within these hours: of high risk, of a child, of anybody else where the team asks. */
  'plan.approve.HIGH': hours(24),
  'plan.approve.CHILD': hours(24),
  'plan.approve.OTHER': hours(72),
  /** Whose plan needs a supervisor's word: by its risk (none said: UNRATED), of a child, of somebody whose age nobody knows. */
  'plan.asks.HIGH': flag(1),
  'plan.asks.UNRATED': flag(1),
  'plan.asks.MEDIUM': flag(0),
  'plan.asks.LOW': flag(0),
  'plan.asks.NONE': flag(0),
  'plan.asks.CHILD': flag(1),
  'plan.asks.AGE_UNKNOWN': flag(1),
  /** A plan that came back is looked at again within these days. */
  'plan.again': days(2),
  /** The second word on an opening of sealed notes is due, and can be said, so long after the first. */
  'opening.answer': hours(48),
  'opening.ends': days(7),
  /** So much of an agency's clock is over when it is reminded, and when the lead and the supervisor are told. */
  'notice.remind': percent(50),
  'notice.escalate': percent(100),
  /** An agency that was reminded is reminded again so much later at the earliest. */
  'notice.again': hours(1),
  /** Hours of the day between which no message leaves, but of an emergency and of harm. */
  'notice.quiet-from': hours(21),
  'notice.quiet-until': hours(6),
  /** What could not be sent to an agency is said by telephone within these hours. */
  'notice.call': hours(4),
  /** An agency that has no place so many times within these days is asked whether it can receive anybody. */
  'directory.full-times': { value: 3, unit: 'COUNT' },
  'directory.full-days': days(7),
  /** How an agency answers is looked at so far back; fewer requests say nothing, fewer people are not summed up. */
  'figures.window': days(180),
  'figures.floor': { value: 5, unit: 'COUNT' },
  'figures.people': { value: 10, unit: 'COUNT' },
  /** A file that was begun and is not a document yet waits so long for whoever sends it. */
  'upload.keep': days(1),
  /** So long after closing the identity is erased, by class; a child's not before this age. */
  'retention.STANDARD': years(2),
  'retention.RESTRICTED': years(1),
  'retention.CHILD': years(2),
  'retention.child-until': years(20),
  'retention.WITHDRAWN': days(30),
  /** From this age on somebody is an adult. */
  'age.adult-from': years(18),
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
