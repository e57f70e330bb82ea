import { onTeam } from '@/lib/casework/cases/policy'
import type { CaseInReach } from '@/lib/casework/cases/scope'
import type { Actor } from '@/lib/platform/access/actor'
import { isCaseworker } from '@/lib/platform/access/roles'
import { allowed, denied, type Verdict } from '@/lib/platform/gate/verdict'

/**
 * Printing: whoever is on the team, and whoever supervises the case, in every state of it: what is held about somebody is
 * theirs to ask for also after it is closed. PURE.
 */
export const mayPrint = (actor: Actor, reach: Pick<CaseInReach, 'capacities'>): Verdict =>
  actor.role === 'SUPERVISOR' || (isCaseworker(actor.role) && onTeam(reach))
    ? allowed
    : denied('case-team-only')
