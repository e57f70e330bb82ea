const MINUTE = 60
const HOUR = 60 * MINUTE

/** Tries of one job before it is a dead letter: about four hours after the first. */
export const MOST_TRIES = 10

/** Seconds before the next try after so many failed ones: a minute, doubled each time, never more than an hour. PURE. */
export const waitAfter = (failed: number): number => Math.min(MINUTE * 2 ** (failed - 1), HOUR)

/** The same, or nothing: what failed so often waits for somebody's hand. PURE. */
export const nextTry = (failed: number): number | undefined =>
  failed < MOST_TRIES ? waitAfter(failed) : undefined
