import { setTimeout as wait } from 'node:timers/promises'
import { currentRequest, type Refusal } from '@/lib/base/request/request-record'
import { isGone, sqlStateOf, type Trouble, troubleOf } from '../db/sqlstate'
import { refusalResponse } from '../http/refusal-response'

/** How often each kind of trouble is tried in all. */
const tries: Readonly<Record<Trouble, number>> = {
  conflict: 4,
  locked: 2,
  unsent: 3,
  unsure: 3,
  full: 1,
  slow: 1,
}

/** Why a page or a write cannot be answered now; nothing where time does not heal it. */
const unavailable: Readonly<Record<Trouble, Refusal>> = {
  conflict: { status: 503, reason: 'busy' },
  locked: { status: 503, reason: 'locked' },
  unsent: { status: 503, reason: 'database' },
  unsure: { status: 503, reason: 'database-unsure' },
  full: { status: 503, reason: 'database' },
  slow: { status: 503, reason: 'busy' },
}

/** A statement outside any transaction whose connection is gone: nobody knows whether it was done. */
const stateOf = (error: unknown): string | undefined =>
  sqlStateOf(error) ?? (isGone(error) ? '08007' : undefined)

/** Pairs that collided once would collide again if they came back together. */
const pause = (turn: number) => wait(10 * 2 ** turn * (0.5 + Math.random()))

/**
 * Runs a transaction again when what stopped it may not stop it twice: a collision, a lock, a lost connection. Whether
 * one that was lost while it committed (`unsure`) may run again is for the caller to say: it needs an idempotency key,
 * or nothing to write.
 */
export async function persistently<T>(run: () => Promise<T>, repeatable: boolean): Promise<T> {
  for (let turn = 1; ; turn += 1) {
    try {
      return await run()
    } catch (error) {
      const trouble = troubleOf(stateOf(error))
      const most = trouble && (trouble !== 'unsure' || repeatable) ? tries[trouble] : 1
      if (turn >= most) throw error
      await pause(turn)
    }
  }
}

/** Somebody else is at the row (`app.claims_hold`): said so, whatever verb ran into it. */
const CLAIMED = 'RL403'

/** A page that a person opens, or an address that answers what was sent to it. */
export type Door = 'page' | 'route'

/**
 * What a failed transaction means, read from its SQLSTATE: time will heal it (503), a row out of reach (404), a bad value
 * (400; of a page's address, a page that does not exist), a broken rule (409). A mistake of ours is thrown on, without
 * the database's words, which may hold what somebody typed.
 */
export function refusalOf(error: unknown, door: Door): Refusal {
  const state = stateOf(error)
  if (state === undefined) throw error
  const trouble = troubleOf(state)
  if (trouble) return unavailable[trouble]
  if (state === CLAIMED) return { status: 403, reason: 'claimed' }
  const missing = { status: 404, reason: 'not-found' }
  if (state.startsWith('22')) return door === 'page' ? missing : { status: 400, reason: 'unreadable' }
  if (door === 'route' && state === '42501') return missing
  if (door === 'route' && state.startsWith('23')) return { status: 409, reason: 'changed-meanwhile' }
  throw new Error(`database error ${state}`)
}

/** The same for a request without a session. */
export async function retried(request: Request, run: () => Promise<Response>): Promise<Response> {
  try {
    return await persistently(run, false)
  } catch (error) {
    return refusedLater(request, refusalOf(error, 'route'))
  }
}

/** What time will heal is noted for our server, which still has the body and writes the page that carries it. */
export function refusedLater(request: Request, refusal: Refusal): Response {
  const record = currentRequest()
  if (record && refusal.status === 503) record.refusal = refusal
  return refusalResponse(request, refusal)
}
