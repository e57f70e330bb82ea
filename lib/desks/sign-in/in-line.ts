import { Line } from '@/lib/platform/access/line'
import type { Try } from './throttle'

/** How many may wait for one account, or behind one address, and how many of them from one and the same place. */
const LONGEST = 64
const FROM_ONE_PLACE = 8

const store = globalThis as typeof globalThis & { relaisSignInLines?: Map<string, Line> }
store.relaisSignInLines ??= new Map()
const lines = store.relaisSignInLines

/** A line of which one stranger at a time is looked at; it is forgotten when nobody stands in it. */
async function inLineOf<T>(name: string, key: string, work: () => Promise<T>): Promise<T> {
  const line = lines.get(name) ?? new Line(2, LONGEST, FROM_ONE_PLACE)
  lines.set(name, line)
  try {
    return await line.inTurn({ key, known: false }, work)
  } finally {
    if (line.idle) lines.delete(name)
  }
}

/**
 * The delay is a rate: of all browsers an account does not know one try at a time waits and is looked at, in turns by
 * address. A browser that the account knows stands in a line of its own, so that no stranger's flood is in its way. Too
 * long a line is `TooBusy`: nothing was looked at, and nothing is counted.
 */
export const oneTryAtATime = <T>({ account, address, device }: Try, work: () => Promise<T>): Promise<T> =>
  inLineOf(device === undefined ? `account ${account}` : `browser ${device}`, address, work)

/** The same behind one address, whichever accounts it tries: only while the password is looked at, not while it waits. */
export const oneLookAtATime = <T>({ account, address, device }: Try, work: () => Promise<T>): Promise<T> =>
  device === undefined ? inLineOf(`address ${address}`, account, work) : work()
