import { IncomingMessage } from 'node:http'

/** How much may be on its way in at once. Rates in bytes a second, times in milliseconds. */
export type Bounds = {
  /** Bodies, and their bytes; beyond either the slowest gives way to the newest. */
  bodies: number
  bytes: number
  /** Below it a body is given up, once it had its first seconds: a poor mobile link makes ten times it. */
  leastRate: number
  /** No body takes longer. */
  longest: number
}

export const LEAST_RATE = 250
/** Forms. 1 MB at 200 kbit/s takes 40 s. */
export const FORMS: Bounds = { bodies: 400, bytes: 128_000_000, leastRate: LEAST_RATE, longest: 120_000 }
/**
 * Forms with a file: 10 MB at 200 kbit/s takes 400 s. Eight in all, until they are answered, so that files cost at most eighty
 * megabytes and never a place of a form.
 */
export const UPLOADS: Bounds = { bodies: 8, bytes: 81_000_000, leastRate: 4 * LEAST_RATE, longest: 600_000 }

const FIRST = 8000
const LOOK = 1000

/** Whose bodies these are, and how many of theirs may be on their way at once. */
export type Owners = readonly { readonly key: string; readonly most: number }[]

/** `done` gives its bytes free; further calls do nothing. */
export type Received = { body: Buffer; done: () => void } | { gaveUp: 'slow' | 'aborted' | 'full' }
type GaveUp = Extract<Received, { gaveUp: string }>['gaveUp']

/** One body on its way in, or waiting for its answer. */
interface Arrival {
  readonly began: number
  readonly expected: number
  readonly owners: Owners
  got: number
  /** Nothing once it is here. */
  giveUp: ((why: GaveUp) => void) | undefined
}

const rateOf = ({ began, got }: Arrival, now: number) => got / Math.max(1, now - began)

/**
 * Receives whole bodies before anything else is done for them. A sender who sends slowly, or not at all, costs a socket
 * and the bytes sent so far: no place, no connection to the database, nobody's time.
 */
export class Receiver {
  private readonly arrivals = new Set<Arrival>()
  private readonly clock: NodeJS.Timeout

  constructor(
    private readonly bounds: Bounds = FORMS,
    private readonly now: () => number = Date.now,
  ) {
    this.clock = setInterval(() => this.giveUpSlow(), LOOK)
    this.clock.unref()
  }

  get waiting(): number {
    return this.arrivals.size
  }

  stop(): void {
    clearInterval(this.clock)
  }

  receive(req: IncomingMessage, owners: Owners = []): Promise<Received> {
    const expected = Number(req.headers['content-length'] ?? 0)
    if (!(expected > 0)) return Promise.resolve({ body: Buffer.alloc(0), done: () => undefined })
    if (!this.makeRoom(expected, owners)) return Promise.resolve({ gaveUp: 'full' })
    return new Promise((resolve) => {
      const parts: Buffer[] = []
      const done = () => this.arrivals.delete(arrival)
      const end = (received: Received) => {
        if ('gaveUp' in received) done()
        arrival.giveUp = undefined
        req.off('data', take)
        resolve(received)
      }
      const arrival: Arrival = {
        began: this.now(),
        expected,
        owners,
        got: 0,
        giveUp: (gaveUp) => end({ gaveUp }),
      }
      const take = (part: Buffer) => {
        arrival.got += part.length
        parts.push(part)
      }
      this.arrivals.add(arrival)
      req.on('data', take)
      req.once('end', () => end({ body: Buffer.concat(parts), done }))
      req.once('error', () => end({ gaveUp: 'aborted' }))
      req.once('close', () => end({ gaveUp: 'aborted' }))
    })
  }

  /**
   * Where an owner has as many as they may, theirs that is slowest leaves; where all have, the slowest of all; one that has just begun is not
   * slow yet. False where all are here already and wait to be answered.
   */
  private makeRoom(expected: number, owners: Owners): boolean {
    for (const { key, most } of owners) {
      const own = [...this.arrivals].filter((one) => one.owners.some((owner) => owner.key === key))
      if (own.length >= most && !this.slowestLeaves(own)) return false
    }
    const held = [...this.arrivals].reduce((sum, one) => sum + one.expected, expected)
    return (
      (this.arrivals.size < this.bounds.bodies && held < this.bounds.bytes) ||
      this.slowestLeaves([...this.arrivals])
    )
  }

  private slowestLeaves(arrivals: Arrival[]): boolean {
    const now = this.now()
    const onTheirWay = arrivals.filter(({ giveUp }) => giveUp)
    const slowest = onTheirWay.sort((a, b) => rateOf(a, now) - rateOf(b, now))[0]
    slowest?.giveUp?.('slow')
    return slowest !== undefined
  }

  /** Public for the tests, which hold the clock. */
  giveUpSlow(): void {
    const now = this.now()
    const { leastRate, longest } = this.bounds
    for (const one of this.arrivals) {
      const time = now - one.began
      if (time > longest || (time > FIRST && rateOf(one, now) * 1000 < leastRate)) one.giveUp?.('slow')
    }
  }
}

/** The same request with its body at hand, for a framework that reads it from a stream. */
export function withBody(req: IncomingMessage, body: Buffer): IncomingMessage {
  const whole = new IncomingMessage(req.socket)
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = req
  Object.assign(whole, { method, url, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor })
  Object.defineProperty(whole, 'headers', { value: headers, writable: true })
  whole.complete = true
  whole.push(body)
  whole.push(null)
  return whole
}
