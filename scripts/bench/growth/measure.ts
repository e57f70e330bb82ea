/** What is tried: a parser, and the text that makes it work hardest, of about a given length. */
export type Tried = {
  name: string
  what: string
  /** Symbols of the shorter text; the longer has four times as many. */
  n: number
  text: (length: number) => string
  parse: (text: string) => unknown
}

export type Growth = { tried: Tried; short: number; long: number; ratio: number }

/** Milliseconds of processor that this process has used: what others do on the machine is not in it. */
function used(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Repeated until a moment has passed, so that the clock can tell. Milliseconds for one. */
function once(parse: (text: string) => unknown, text: string): number {
  const began = used()
  let times = 0
  do {
    parse(text)
    times += 1
  } while (used() - began < 2)
  return (used() - began) / times
}

const ROUNDS = 5

/** The best of some interleaved pairs: whatever else the machine does only adds. */
export function grow(tried: Tried): Growth {
  const [a, b] = [tried.text(tried.n), tried.text(4 * tried.n)]
  let [short, long] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let round = 0; round < ROUNDS; round += 1) {
    short = Math.min(short, once(tried.parse, a))
    long = Math.min(long, once(tried.parse, b))
  }
  return { tried, short, long, ratio: long / short }
}

/** Four times the text takes four times as long, with its memory perhaps eight, with its square sixteen; in less than five milliseconds nobody is kept waiting. */
const isWorse = ({ ratio, long }: Growth): boolean => ratio > 8 && long > 5

/** Whether it is worse whenever it is looked at: one bad look may be the machine's. */
export const staysWorse = (growth: Growth): boolean =>
  isWorse(growth) && isWorse(grow(growth.tried)) && isWorse(grow(growth.tried))
