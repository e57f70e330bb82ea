/**
 * A list is counted this far and no further, which is said as "99+": a hundred and a hundred thousand cost the same.
 * Decision record 50.
 */
export const COUNTED_TO = 100
