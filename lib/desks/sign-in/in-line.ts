import { Line } from '@/lib/platform/access/line'
import type { Try } from './throttle'

/** How many tries at one account wait out their delay at once: more than one address has places at our door (48). */
const TRIED_AT_ONCE = 64
/** One password at a time is looked at behind one address. */
const LOOKED_AT_ONCE = 1

const store = globalThis as typeof globalThis & { relaisSignInLines?: Map<string, Line> }
store.relaisSignInLines ??= new Map()
const lines = store.relaisSignInLines

/** A line of which a few strangers at a time go on; it is forgotten when nobody stands in it. */
async function inLineOf<T>(name: string, strangers: number, key: string, work: () => Promise<T>): Promise<T> {
  const line = lines.get(name) ?? new Line(strangers + 1)
  lines.set(name, line)
  try {
    return await line.inTurn({ key, known: false }, work)
  } finally {
    if (line.idle) lines.delete(name)
  }
}

/**
 * Of all browsers that an account does not know so many tries at a time wait, in turns by address: whoever guesses from
 * everywhere gets no further than that, and the right password among the guesses of its own address is delayed, never
 * refused. A browser that the account knows stands in a line of its own.
 */
export const fewTriesAtATime = <T>({ account, address, device }: Try, work: () => Promise<T>): Promise<T> =>
  inLineOf(device === undefined ? `account ${account}` : `browser ${device}`, TRIED_AT_ONCE, address, work)

/** Behind one address, whichever accounts it tries: only while the password is looked at, not while it waits. */
export const oneLookAtATime = <T>({ account, address, device }: Try, work: () => Promise<T>): Promise<T> =>
  device === undefined ? inLineOf(`address ${address}`, LOOKED_AT_ONCE, account, work) : work()
