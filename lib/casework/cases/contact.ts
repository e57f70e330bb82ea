/** Ways of contact that allow a call or a message. Everything else, and nothing said, does not. */
const callable = ['CALL_OK', 'SMS_OK', 'CALL_TIMES']
/** Said at registration, and a call breaks it. */
export const FORBIDS = ['VIA_TRUSTED', 'IN_PERSON', 'NEVER_HOME', 'NONE']

type Said = { doNotContact: boolean; safeContact: string | null }
export type Stop = 'alert' | 'safety' | null

/**
 * Whether a call or a message must be stopped and asked about first, and what says so: the alert in which the person
 * said no, or the way of contact noted since. PURE.
 */
export function contactStop({ doNotContact, safeContact }: Said): Stop {
  if (doNotContact) return 'alert'
  return safeContact !== null && FORBIDS.includes(safeContact) ? 'safety' : null
}

/** Whether this way of contact, noted by the team with the person, lifts what the alert said. PURE. */
export const liftsStop = (safeContact: string): boolean => callable.includes(safeContact)

/**
 * The way of contact that may stand beside what the alert says. PURE. While the person's own "do not call" holds, an
 * older "may call" is no longer true and is not shown.
 */
export const wayBeside = (said: Said): string | null =>
  contactStop(said) === 'alert' && said.safeContact !== null && liftsStop(said.safeContact)
    ? null
    : said.safeContact

type Line = { source: 'alert' | 'file'; way: string | null; words: string }

/**
 * What was said about reaching the person, each sentence with where it was said: what the team noted at registration was
 * not said in the alert. `alert`: the one in which the person said no. PURE.
 */
export function contactLines(said: Said & { detail: string }, alert: { words: string } | undefined): Line[] {
  const way = wayBeside(said)
  const noted: Line = { source: 'file', way, words: said.detail }
  if (contactStop(said) !== 'alert' || !alert) return [noted]
  const told: Line = { source: 'alert', way: null, words: alert.words }
  return way ? [told, noted] : [told]
}

/** For how long a number that was asked for stays in sight. */
export const SHOWN_MINUTES = 5
export const callReasons = ['ASKED_NOW', 'LIFE_IN_DANGER'] as const
