import { sql } from 'drizzle-orm'
import { type CaseInReach, caseInReach } from '@/lib/casework/cases/scope'
import { askedElsewhere, pairInReach } from '@/lib/casework/likeness/pairs'
import type { Stands, Word } from '@/lib/casework/likeness/standing'
import type { Ctx, Params } from '@/lib/platform/gate/verb'

/**
 * A file that would point, or points, at another, and what was said of the two. `runs`: work on it that nobody would see;
 * `knownId`: the other one, where both are in reach.
 */
export type PairInHand = {
  reach: CaseInReach
  id: string
  word: Word
  runs: boolean
  /** How the file stands at which this one would point; what it says only its own readers see. */
  known: Stands
  knownId: string | undefined
}

/** The file, locked, with its pair: one of two that are in reach, or one whose other side its supervisor may not open. */
export async function pairInHand(ctx: Ctx, { code, pair }: Params): Promise<PairInHand | undefined> {
  const reach = await caseInReach(ctx, code, true)
  if (!reach) return undefined
  const { id } = reach.record
  const own = await pairInReach(ctx, pair)
  const away = own ? [] : await askedElsewhere(ctx, id)
  const word = own ? own.caseId === id && own : away.find((one) => one.id === pair && one.pointsAway)
  if (!word) return undefined
  const [row] = await ctx.tx.execute<Stands & { runs: boolean }>(
    sql`select app.still_runs(${id}::uuid) as runs, k.state, k.sensitivity, k.closure_reason as "closureReason" from app.known_of(${word.id}::uuid) k`,
  )
  if (!row) return undefined
  const { runs, ...known } = row
  return { reach, id: word.id, word, runs, known, knownId: own?.intoCaseId }
}

export const auditedPair = ({ code = '' }: Params, found: PairInHand | undefined) => ({
  type: 'case',
  id: code,
  caseId: found?.reach.record.id ?? null,
})
