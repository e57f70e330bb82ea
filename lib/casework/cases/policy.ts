import type { Actor } from '@/lib/platform/access/actor'
import { isCaseworker } from '@/lib/platform/access/roles'
import { allowed, denied, type Verdict } from '@/lib/platform/gate/verdict'
import type { CaseInReach } from './scope'

type Reach = Pick<CaseInReach, 'capacities'> & {
  record: { state: string; officeId: string; sensitivity: string }
}

/** States in which the person's file is worked on. */
export const workedOn = ['DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE']

export const onTeam = ({ capacities }: Pick<Reach, 'capacities'>): boolean =>
  capacities.includes('LEAD') || capacities.includes('MEMBER')

/** Changes to the person's file: the case team, while the case is worked on. PURE. */
export function mayWorkOn(actor: Actor, reach: Reach): Verdict {
  if (!isCaseworker(actor.role) || !onTeam(reach)) return denied('case-team-only')
  return workedOn.includes(reach.record.state) ? allowed : denied('case-not-open')
}

/** Registering, restricting, naming colleagues: the lead. PURE. */
export function mayLead(actor: Actor, reach: Reach): Verdict {
  if (!reach.capacities.includes('LEAD') || !isCaseworker(actor.role)) return denied('case-lead-only')
  return workedOn.includes(reach.record.state) ? allowed : denied('case-not-open')
}

/** Referrals and assistance need an open case: registered, not on hold, not waiting for closure. PURE. */
export function mayHelp(actor: Actor, reach: Reach): Verdict {
  const verdict = mayWorkOn(actor, reach)
  if (!verdict.allowed) return verdict
  return reach.record.state === 'OPEN'
    ? allowed
    : denied(reach.record.state === 'DRAFT' ? 'case-not-registered' : 'case-not-open')
}
