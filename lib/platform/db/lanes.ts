import { setTimeout as wait } from 'node:timers/promises'
import type postgres from 'postgres'
import { Lane, type OpenLane } from './lane'
import { sqlStateOf } from './sqlstate'

/** Milliseconds: how long one waits for a free connection, for a database to come back, and how long one rests. */
const patience = { lane: 6000, database: 3000, rest: 300_000 }

type Waiter = (lane: Lane) => void

/** All connections are in use and stayed so; the SQLSTATE is the server's own for it. */
class NoLane extends Error {
  readonly code = '53300'
}

/**
 * A pool of connections, first come first served, that outlives its database: what is lost is replaced, and while the
 * database does not answer each transaction waits for it up to three seconds before it gives up.
 */
export class Lanes {
  private readonly idle: { lane: Lane; since: number }[] = []
  private readonly waiting: Waiter[] = []
  private open = 0
  private downSince: number | undefined
  private closed = false

  constructor(
    private readonly opens: OpenLane,
    private readonly most: number,
  ) {}

  /** How many connections are in use now. */
  get busy(): number {
    return this.open - this.idle.length
  }

  /** Runs a transaction on a free connection; begun again on another one only while nothing has been done. */
  async begin<T>(work: (tx: postgres.TransactionSql) => Promise<T>): Promise<T> {
    for (let pause = 40; ; pause = Math.min(pause * 2, 400)) {
      try {
        return await this.use((lane) => lane.begin(work))
      } catch (error) {
        if (!this.mayComeBack(error)) throw error
        await wait(pause)
      }
    }
  }

  async unsafe(query: string, params: unknown[], asArrays: boolean): Promise<unknown> {
    return this.use((lane) => lane.unsafe(query, params as never, asArrays))
  }

  async close(): Promise<void> {
    this.closed = true
    await Promise.all(this.idle.splice(0).map(({ lane }) => lane.close()))
  }

  /** Nothing was begun, and the database has not been away for long. */
  private mayComeBack(error: unknown): boolean {
    const state = error instanceof NoLane ? undefined : sqlStateOf(error)
    const unbegun = state === '08001' || state === '57P03' || state === '53300'
    if (!unbegun) return false
    this.downSince ??= performance.now()
    return !this.closed && performance.now() - this.downSince < patience.database
  }

  private async use<T>(work: (lane: Lane) => Promise<T>): Promise<T> {
    const lane = await this.take()
    try {
      const result = await work(lane)
      this.downSince = undefined
      return result
    } finally {
      this.giveBack(lane)
    }
  }

  private async take(): Promise<Lane> {
    for (let found = this.idle.pop(); found; found = this.idle.pop()) {
      if (!found.lane.lost) return found.lane
      this.open -= 1
    }
    if (this.open >= this.most) return this.inLine()
    this.open += 1
    return new Lane(this.opens)
  }

  private inLine(): Promise<Lane> {
    return new Promise((resolve, reject) => {
      const waiter: Waiter = (lane) => {
        clearTimeout(timer)
        resolve(lane)
      }
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(waiter), 1)
        reject(new NoLane('All connections to the database are in use.'))
      }, patience.lane)
      this.waiting.push(waiter)
    })
  }

  /** Handed to whoever waits longest, a lost one replaced; without anybody it rests. */
  private giveBack(lane: Lane): void {
    const kept = !lane.lost && !this.closed
    if (!kept) lane.close().catch(() => {})
    const next = this.waiting.shift()
    if (next) next(kept ? lane : new Lane(this.opens))
    else if (kept) this.idle.push({ lane, since: performance.now() })
    else this.open -= 1
    this.rest()
  }

  /** Closes what nobody has needed for five minutes, oldest first. */
  private rest(): void {
    const [oldest] = this.idle
    if (this.idle.length < 2 || !oldest || performance.now() - oldest.since < patience.rest) return
    this.idle.shift()
    this.open -= 1
    oldest.lane.close().catch(() => {})
  }
}
