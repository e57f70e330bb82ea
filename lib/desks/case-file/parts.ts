import { mayOpenPath } from '@/lib/casework/reintegration/policy'
import type { Actor } from '@/lib/platform/access/actor'
import type { CaseHead } from './head'

/** What every case has and is opened for day by day: always in sight, in this order. */
const DAILY = ['overview', 'plan', 'follow-ups', 'notes'] as const
/** What is looked up now and then: one press away. */
const REST = ['person', 'consents', 'assessments', 'referrals', 'assistance', 'documents', 'papers'] as const
export type CasePart = (typeof DAILY)[number] | (typeof REST)[number] | 'return'

type Of = Pick<CaseHead, 'reach' | 'homeward'>

/**
 * The parts of a case as its pages offer them: the few in sight, and the rest behind one heading. Where somebody is now is
 * always in sight. A way home is daily work once it is open; before, it is offered to whoever may open it, and to nobody else. PURE.
 */
export function partsOf(
  actor: Actor,
  { reach, homeward }: Of,
  current: CasePart,
): { shown: CasePart[]; rest: CasePart[] } {
  const opens = mayOpenPath(actor, { reach, path: null }).allowed
  const shown: CasePart[] = [...DAILY, ...(homeward ? (['return'] as const) : [])]
  const rest: CasePart[] = [...REST, ...(!homeward && opens ? (['return'] as const) : [])]
  if (shown.includes(current)) return { shown, rest }
  return { shown: [...shown, current], rest: rest.filter((part) => part !== current) }
}
