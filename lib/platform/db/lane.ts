import type postgres from 'postgres'
import { isGone } from './sqlstate'

/** Opens one connection; `closed` is called when its socket is closed, by whoever. */
export type OpenLane = (closed: () => void) => postgres.Sql

type Work = (tx: postgres.TransactionSql) => Promise<unknown>
type Params = Parameters<postgres.Sql['unsafe']>[1]
type Callable = (...args: unknown[]) => unknown

/**
 * A connection that went away, with the SQLSTATE a server would have given: 08001 nothing was begun, 08006 the
 * transaction is undone, 08007 it may or may not have been committed.
 */
export class ConnectionLost extends Error {
  override name = 'ConnectionLost'
  constructor(
    readonly code: '08001' | '08006' | '08007',
    cause: unknown,
  ) {
    super('The connection to the database was lost.', { cause })
  }
}

const never = () => new Promise<never>(() => {})

/**
 * One connection of the driver, used by one transaction at a time and thrown away once it is lost.
 *
 * Two faults of postgres.js 3.4.9 (src/connection.js) make that necessary. After a socket closed, `execute` still
 * writes: the write throws in a timer of its own (`socket` is null in `nextWrite`), where nobody can catch it, and what
 * was to be written stays in front of the next connection's greeting. And a connection opened again under a transaction
 * that has not ended would run that transaction's next statement, or its ROLLBACK, inside somebody else's. So after a
 * loss nothing reaches the driver: statements are refused here, and the driver never learns how the work ended.
 */
export class Lane {
  lost = false
  private readonly client: postgres.Sql

  constructor(open: OpenLane) {
    this.client = open(() => {
      this.lost = true
    })
  }

  /** Runs one transaction. Rejects with `ConnectionLost` when the connection did not last. */
  async begin<T>(work: (tx: postgres.TransactionSql) => Promise<T>): Promise<T> {
    const phase = { begun: false, committing: false }
    try {
      return (await this.client.begin((tx) => {
        phase.begun = true
        return this.held(() => work(this.guarded(tx)), phase)
      })) as T
    } catch (error) {
      if (phase.begun && !this.lost && !isGone(error)) throw error
      this.lost = true
      if (!phase.begun && !isGone(error)) throw error
      throw new ConnectionLost(phase.begun ? (phase.committing ? '08007' : '08006') : '08001', error)
    }
  }

  /** One statement outside of a transaction. */
  async unsafe(query: string, params: Params, asArrays: boolean): Promise<unknown> {
    const asked = this.client.unsafe(query, params, { prepare: (params ?? []).length > 0 })
    try {
      return await (asArrays ? asked.values() : asked)
    } catch (error) {
      if (!this.lost && !isGone(error)) throw error
      this.lost = true
      throw new ConnectionLost('08007', error)
    }
  }

  async close(): Promise<void> {
    await this.client.end({ timeout: 2 })
  }

  /** The work's end, told to the driver only while there is a connection to end it on. */
  private async held<T>(work: () => Promise<T>, phase?: { committing: boolean }): Promise<T> {
    try {
      const result = await work()
      if (this.lost) return await never()
      if (phase) phase.committing = true
      return result
    } catch (error) {
      if (this.lost || isGone(error)) return never()
      throw error
    }
  }

  /** drizzle asks postgres.js not to prepare; preparing is twice as fast here, so the wish is overruled. */
  private guarded(tx: postgres.TransactionSql): postgres.TransactionSql {
    return new Proxy(tx, {
      get: (target, name, receiver) => {
        const member: unknown = Reflect.get(target, name, receiver)
        if (name === 'unsafe') return this.guardedUnsafe(target, member as Callable)
        return name === 'savepoint' ? this.guardedSavepoint(target, member as Callable) : member
      },
    })
  }

  private guardedUnsafe(tx: object, unsafe: Callable) {
    return (query: string, params: unknown[] = []) =>
      this.lost
        ? refused(new ConnectionLost('08006', undefined))
        : unsafe.call(tx, query, params, { prepare: params.length > 0 })
  }

  private guardedSavepoint(tx: object, savepoint: Callable) {
    const inner = (arg: unknown) =>
      typeof arg === 'function'
        ? (sp: postgres.TransactionSql) => this.held(() => (arg as Work)(this.guarded(sp)))
        : arg
    return (...args: unknown[]) => savepoint.apply(tx, args.map(inner))
  }
}

/** A statement that is not sent, in the shape drizzle expects. */
function refused(error: Error) {
  const answer = Promise.reject(error)
  answer.catch(() => {})
  return Object.assign(answer, { values: () => answer })
}
