/** Beyond this a count says "99+": lists count no further, whatever they hold. */
const MOST_SHOWN = 99

export const shownCount = (count: number): number | string => (count > MOST_SHOWN ? `${MOST_SHOWN}+` : count)

/** Whether a count stopped before its end. */
export const isCapped = (count: number): boolean => count > MOST_SHOWN
