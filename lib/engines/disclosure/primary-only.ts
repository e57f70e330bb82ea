/** Threshold of tables marked internal (domain rule 1). */
export const internalThreshold = 5

export type MarkedCell = { at: string[]; value: number | null; suppressed: boolean }

/**
 * Blanks every count from 1 to threshold − 1 and flags it. Not safe to give away: totals give blanks back.
 * Only for files that stay inside and say so; anything else goes through `release`.
 */
export function primaryOnly(
  table: readonly { at: string[]; count: number }[],
  threshold: number = internalThreshold,
): MarkedCell[] {
  return table.map(({ at, count }) => {
    const suppressed = count > 0 && count < threshold
    return { at, value: suppressed ? null : count, suppressed }
  })
}
