import { setTimeout as wait } from 'node:timers/promises'

const stepMs = 100
const longestMs = 8_000

/** How long the next file waits, by how many were opened beyond the budget. PURE. */
export const delayFor = (excess: number): number => Math.min(Math.max(excess, 0) * stepMs, longestMs)

/** Waits outside any transaction, so that nobody else's work is held up. */
export async function slowedDown(excess: number): Promise<void> {
  if (excess > 0) await wait(delayFor(excess))
}
