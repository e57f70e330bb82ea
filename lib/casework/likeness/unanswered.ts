import type { PersonView } from '@/lib/casework/people/queries'
import type { Ctx } from '@/lib/platform/gate/verb'
import { filesBeside } from './beside'
import { alikeIds, type Candidate, likeliest } from './candidates'
import { knownPerson } from './known-person'

/**
 * Files in reach that may be of the person of this draft, likeliest first, and about which nobody has said anything yet. Found by
 * compound tokens, compared in memory by the matching engine; one statement. A file that is open already is held by no likeness.
 */
export async function unanswered(
  ctx: Ctx,
  { id: caseId, state }: { id: string; state: string },
  people: readonly PersonView[],
): Promise<Candidate[]> {
  if (state !== 'DRAFT') return []
  const known = knownPerson(people)
  const alike = alikeIds(known)
  if (!alike) return []
  const { files } = await filesBeside(ctx, caseId, alike)
  const said = new Set(files.filter(({ pair }) => pair && pair.said !== null).map(({ file }) => file.id))
  return likeliest(
    known,
    files.filter(({ file }) => file.state !== 'DUPLICATE'),
  ).filter(({ file }) => !said.has(file.id))
}
