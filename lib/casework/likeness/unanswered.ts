import type { PersonView } from '@/lib/casework/people/queries'
import type { Ctx } from '@/lib/platform/gate/verb'
import { type Candidate, findCandidates } from './candidates'
import { knownPerson } from './known-person'
import { pairsOf } from './pairs'

/**
 * Files in reach that may be of the person of this draft, and about which nobody has said anything yet. A file that is open
 * already is held by no likeness.
 */
export async function unanswered(
  ctx: Ctx,
  { id: caseId, state }: { id: string; state: string },
  people: readonly PersonView[],
): Promise<Candidate[]> {
  if (state !== 'DRAFT') return []
  const found = await findCandidates(ctx, knownPerson(people), caseId)
  if (found.length === 0) return []
  const said = (await pairsOf(ctx, caseId)).filter((pair) => pair.said !== null)
  return found.filter(
    ({ file }) => !said.some((pair) => pair.caseId === file.id || pair.intoCaseId === file.id),
  )
}
