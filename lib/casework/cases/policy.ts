import type { Actor } from '@/lib/platform/access/actor'
import { isCaseworker } from '@/lib/platform/access/roles'
import { allowed, denied, type Verdict } from '@/lib/platform/gate/verdict'
import type { CaseInReach } from './scope'
import { isWithdrawn, isWorkedOn } from './states'

type Reach = Pick<CaseInReach, 'capacities'> & {
  record: { state: string; closureReason: string | null; officeId: string; sensitivity: string }
}

/** Whether the file is written in; a person who took their consent back is written about no more. */
function worked({ record }: Reach): Verdict {
  if (isWithdrawn(record)) return denied('case-withdrawn')
  return isWorkedOn(record) ? allowed : denied('case-not-open')
}

export const onTeam = ({ capacities }: Pick<Reach, 'capacities'>): boolean =>
  capacities.includes('LEAD') || capacities.includes('MEMBER')

/** Changes to the person's file: the case team, while the case is worked on. PURE. */
export function mayWorkOn(actor: Actor, reach: Reach): Verdict {
  if (!isCaseworker(actor.role) || !onTeam(reach)) return denied('case-team-only')
  return worked(reach)
}

/** Registering, restricting, naming colleagues: the lead. PURE. */
export function mayLead(actor: Actor, reach: Reach): Verdict {
  if (!reach.capacities.includes('LEAD') || !isCaseworker(actor.role)) return denied('case-lead-only')
  return worked(reach)
}

/** Closing the file to others, once: the lead, or a supervisor who reads it. PURE. */
export function mayRestrict(actor: Actor, reach: Reach): Verdict {
  const verdict = actor.role === 'SUPERVISOR' ? worked(reach) : mayLead(actor, reach)
  return verdict.allowed && reach.record.sensitivity === 'S4' ? denied('already-restricted') : verdict
}

/** Referrals and assistance need an open case: registered, not on hold, not waiting for closure. PURE. */
export function mayHelp(actor: Actor, reach: Reach): Verdict {
  const verdict = mayWorkOn(actor, reach)
  if (!verdict.allowed) return verdict
  return reach.record.state === 'OPEN'
    ? allowed
    : denied(reach.record.state === 'DRAFT' ? 'case-not-registered' : 'case-not-open')
}
