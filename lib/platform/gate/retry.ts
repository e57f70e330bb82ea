import { DrizzleQueryError } from 'drizzle-orm'
import postgres from 'postgres'
import { refusalResponse } from '@/lib/platform/http/refusal-response'

/** The database's own error behind whatever wrapped it. drizzle's wrapper quotes parameters: never log or show it. */
export function databaseError(error: unknown): postgres.PostgresError | undefined {
  const cause = error instanceof DrizzleQueryError ? error.cause : error
  return cause instanceof postgres.PostgresError ? cause : undefined
}

/**
 * Runs a transaction; a deadlock or a serialization failure is tried again, three times in all. What the database
 * refuses becomes a neutral answer: a bad value 400, a broken rule 409, a row out of reach 404.
 */
export async function retried(request: Request, run: () => Promise<Response>): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await run()
    } catch (error) {
      const known = databaseError(error)
      if (!known) throw error
      if ((known.code === '40001' || known.code === '40P01') && tries < 3) continue
      const refusal = refusalOf(known.code)
      if (!refusal) throw new Error(`database error ${known.code}`)
      return refusalResponse(request, refusal)
    }
  }
}

function refusalOf(code: string): { status: number; reason: string } | undefined {
  if (code === '42501') return { status: 404, reason: 'not-found' }
  if (code === '55P03' || code === '57014') return { status: 503, reason: 'busy' }
  if (code.startsWith('22')) return { status: 400, reason: 'unreadable' }
  return code.startsWith('23') || code.startsWith('40')
    ? { status: 409, reason: 'changed-meanwhile' }
    : undefined
}
