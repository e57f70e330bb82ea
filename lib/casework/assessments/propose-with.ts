import { type KnownForRisk, proposalFor } from '@/lib/casework/cases/proposal-for'
import type { Proposal } from '@/lib/casework/cases/propose'
import type { Discipline } from '@/lib/platform/access/roles'
import type { AssessedFacts } from './effects'

/** A proposal, and whose sealed assessments raised it beyond what the file itself says. */
export type ProposalBy = Proposal & { by: Discipline[] }

/**
 * What the codes and the assessments propose. PURE. Rules that spoke only because of sealed answers are left out of the
 * reasons, here and where the rating is kept: in their place stands whose assessment it was (ruling 26).
 */
export function proposeWith(
  known: KnownForRisk,
  { open, sealed, by }: AssessedFacts,
  day: string,
): ProposalBy {
  const said = proposalFor({ ...known, assessed: open }, day)
  const all = proposalFor({ ...known, assessed: { ...open, ...sealed } }, day)
  const named = new Set(said.reasons.map(({ rule }) => rule))
  const more = all.reasons.some(({ rule }) => !named.has(rule))
  return { ...all, reasons: all.reasons.filter(({ rule }) => named.has(rule)), by: more ? by : [] }
}
