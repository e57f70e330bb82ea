import { IncomingMessage } from 'node:http'

/** Bytes a second below which a body is given up, once it had its first seconds: a poor mobile link makes ten times it. */
export const LEAST_RATE = 250
/** Milliseconds. */
const FIRST = 8000
const LOOK = 1000

/** Bodies on their way in at once, and their bytes; beyond either the slowest is given up for the newest. */
const MOST_BODIES = 400
const MOST_BYTES = 128_000_000

export type Received = { body: Buffer } | { gaveUp: 'slow' | 'aborted' }

/** One body on its way in. */
interface Arrival {
  readonly began: number
  readonly expected: number
  got: number
  readonly giveUp: (why: 'slow' | 'aborted') => void
}

const rateOf = ({ began, got }: Arrival, now: number) => got / Math.max(1, now - began)

/**
 * Receives whole bodies before anything else is done for them. A sender who sends slowly, or not at all, costs a socket
 * and the bytes sent so far: no place, no connection to the database, nobody's time.
 */
export class Receiver {
  private readonly arrivals = new Set<Arrival>()
  private readonly clock: NodeJS.Timeout

  constructor(private readonly now: () => number = Date.now) {
    this.clock = setInterval(() => this.giveUpSlow(), LOOK)
    this.clock.unref()
  }

  get waiting(): number {
    return this.arrivals.size
  }

  stop(): void {
    clearInterval(this.clock)
  }

  receive(req: IncomingMessage): Promise<Received> {
    const expected = Number(req.headers['content-length'] ?? 0)
    if (!(expected > 0)) return Promise.resolve({ body: Buffer.alloc(0) })
    this.makeRoom(expected)
    return new Promise((resolve) => {
      const parts: Buffer[] = []
      const end = (received: Received) => {
        this.arrivals.delete(arrival)
        req.off('data', take)
        resolve(received)
      }
      const arrival: Arrival = { began: this.now(), expected, got: 0, giveUp: (gaveUp) => end({ gaveUp }) }
      const take = (part: Buffer) => {
        arrival.got += part.length
        parts.push(part)
      }
      this.arrivals.add(arrival)
      req.on('data', take)
      req.once('end', () => end({ body: Buffer.concat(parts) }))
      req.once('error', () => end({ gaveUp: 'aborted' }))
      req.once('close', () => end({ gaveUp: 'aborted' }))
    })
  }

  /** Whoever has sent least for its time leaves; one that has just begun is not slow yet. */
  private makeRoom(expected: number): void {
    const now = this.now()
    const held = [...this.arrivals].reduce((sum, one) => sum + one.expected, expected)
    if (this.arrivals.size < MOST_BODIES && held < MOST_BYTES) return
    const slowest = [...this.arrivals].sort((a, b) => rateOf(a, now) - rateOf(b, now))[0]
    slowest?.giveUp('slow')
  }

  /** Public for the tests, which hold the clock. */
  giveUpSlow(): void {
    const now = this.now()
    for (const one of this.arrivals)
      if (now - one.began > FIRST && rateOf(one, now) * 1000 < LEAST_RATE) one.giveUp('slow')
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
