/** Ways of contact that allow a call or a message. Everything else, and nothing said, does not. */
const callable = ['CALL_OK', 'SMS_OK', 'CALL_TIMES']
/** Said at registration, and a call breaks it. */
const forbids = ['VIA_TRUSTED', 'IN_PERSON', 'NEVER_HOME', 'NONE']

type Said = { doNotContact: boolean; safeContact: string | null }
export type Stop = 'alert' | 'safety' | null

/**
 * Whether a call or a message must be stopped and asked about first, and what says so: the alert in which the person
 * said no, or the way of contact noted since. PURE.
 */
export function contactStop({ doNotContact, safeContact }: Said): Stop {
  if (doNotContact) return 'alert'
  return safeContact !== null && forbids.includes(safeContact) ? 'safety' : null
}

/** Whether this way of contact, noted by the team with the person, lifts what the alert said. PURE. */
export const liftsStop = (safeContact: string): boolean => callable.includes(safeContact)

/** For how long a number that was asked for stays in sight. */
export const SHOWN_MINUTES = 5
export const callReasons = ['ASKED_NOW', 'LIFE_IN_DANGER'] as const
