import { setTimeout as wait } from 'node:timers/promises'

/** Lets a try to sign in wait. A file of its own, so that tests can hold the clock. */
export const pause = (seconds: number): Promise<void> => wait(seconds * 1000)
