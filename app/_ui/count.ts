import { COUNTED_TO } from '@/lib/base/text/counted'

/** Beyond this a count says "99+". */
const MOST_SHOWN = COUNTED_TO - 1

export const shownCount = (count: number): number | string => (count > MOST_SHOWN ? `${MOST_SHOWN}+` : count)

/** Whether a count stopped before its end. */
export const isCapped = (count: number): boolean => count > MOST_SHOWN
