/** Why a line is wrong though help was given: the right one stands in its place. The database holds the same list. */
export const CORRECTS = ['QUANTITY', 'SERVICE', 'DAY', 'PEOPLE', 'FUND'] as const

/** Why there was no such help: nothing stands in its place. */
export const CANCELS = ['NEVER_GIVEN', 'TWICE', 'OTHER_CASE'] as const
