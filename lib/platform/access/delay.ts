/** What is known of a try to sign in before its password is looked at. Wrong tries of the last fifteen minutes. */
export type Tried = {
  /** By this browser, or from this address, for this account; with those not yet answered. */
  here: number
  /** For this account, from browsers it does not know, anywhere. */
  account: number
  /** From this address, for whatever account, from browsers that are not known. */
  address: number
  /** Whether the account knows this browser. */
  known: boolean
}

const steps = (count: number, table: readonly (readonly [from: number, seconds: number])[]): number =>
  table.findLast(([from]) => count >= from)?.[1] ?? 0

/** Five tries are free, as people mistype; then each costs more, up to twenty seconds. */
const byHere = [
  [5, 1],
  [6, 2],
  [7, 4],
  [8, 5],
  [100, 10],
  [300, 20],
] as const
const byKnown = byHere.slice(0, 4)
const byAccount = [
  [20, 2],
  [100, 5],
  [1000, 20],
] as const
const byAddress = [
  [60, 2],
  [600, 5],
] as const

/**
 * Seconds before the password is looked at. Never a refusal: the right password gets in, whatever others tried. A
 * browser that this account knows waits for its own mistakes alone. PURE.
 */
export function delayBefore({ here, account, address, known }: Tried): number {
  if (known) return steps(here, byKnown)
  return Math.max(steps(here, byHere), steps(account, byAccount), steps(address, byAddress))
}
