import { setTimeout as wait } from 'node:timers/promises'
import { currentRequest, type Refusal } from '@/lib/base/request/request-record'
import { sqlStateOf, type Trouble, troubleOf } from '../db/sqlstate'
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
export const unavailable: Readonly<Record<Trouble, Refusal>> = {
  conflict: { status: 503, reason: 'busy' },
  locked: { status: 503, reason: 'locked' },
  unsent: { status: 503, reason: 'database' },
  unsure: { status: 503, reason: 'database-unsure' },
  full: { status: 503, reason: 'database' },
  slow: { status: 503, reason: 'busy' },
}

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
      const trouble = troubleOf(sqlStateOf(error))
      const most = trouble && (trouble !== 'unsure' || repeatable) ? tries[trouble] : 1
      if (turn >= most) throw error
      await pause(turn)
    }
  }
}

/**
 * The same for a request, with what the database refuses as a neutral answer: a bad value 400, a broken rule 409, a
 * row out of reach 404, and 503 with everything typed kept on the page where time will heal it.
 */
export async function retried(
  request: Request,
  run: () => Promise<Response>,
  repeatable = false,
): Promise<Response> {
  try {
    return await persistently(run, repeatable)
  } catch (error) {
    const state = sqlStateOf(error)
    const trouble = troubleOf(state)
    if (trouble) return comeBackLater(request, unavailable[trouble])
    const refusal = state === undefined ? undefined : refusalOf(state)
    if (refusal) return refusalResponse(request, refusal)
    throw state === undefined ? error : new Error(`database error ${state}`)
  }
}

/** Noted for our server, which still has the body and writes the page that carries it. */
export function comeBackLater(request: Request, refusal: Refusal): Response {
  const record = currentRequest()
  if (record) record.refusal = refusal
  return refusalResponse(request, refusal)
}

function refusalOf(code: string): Refusal | undefined {
  if (code === '42501') return { status: 404, reason: 'not-found' }
  if (code.startsWith('22')) return { status: 400, reason: 'unreadable' }
  return code.startsWith('23') ? { status: 409, reason: 'changed-meanwhile' } : undefined
}
