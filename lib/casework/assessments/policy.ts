import { mayWorkOn } from '@/lib/casework/cases/policy'
import type { CaseInReach } from '@/lib/casework/cases/scope'
import type { Actor } from '@/lib/platform/access/actor'
import { allowed, denied, type Verdict } from '@/lib/platform/gate/verdict'
import type { Instrument } from './instrument'
import { isApart, partsOf, readsPart } from './parts'

type Standing = { writtenBy: string; discipline: string }

/**
 * Who fills an instrument in: somebody of the team whose discipline it is for. Corrects it: whoever filled it in, or,
 * but for an act of violence, a colleague of the same discipline who reads all of it. On a registered case that is worked on. PURE.
 */
export function mayFill(
  actor: Actor,
  reach: CaseInReach,
  { instrument, row }: { instrument: Instrument; row: Standing | undefined },
): Verdict {
  const verdict = mayWorkOn(actor, reach)
  if (!verdict.allowed) return verdict
  if (reach.record.state === 'DRAFT') return denied('case-not-registered')
  if (!row)
    return (instrument.discipline as readonly string[]).includes(actor.role)
      ? allowed
      : denied('assessment-other-discipline')
  const own = row.writtenBy === actor.userId
  const leads = reach.record.leadId === actor.userId
  const readsAll = partsOf(instrument).every((part) =>
    readsPart(part, { role: actor.role, userId: actor.userId, leads, author: row.writtenBy }),
  )
  // What was told of an act of violence is its assessor's alone to change, whoever else reads it.
  return own || (row.discipline === actor.role && readsAll && !isApart(instrument))
    ? allowed
    : denied('assessment-not-theirs')
}
