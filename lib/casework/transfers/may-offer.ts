import { casePartiesOf } from '@/lib/casework/cases/policy'
import type { CaseInReach } from '@/lib/casework/cases/scope'
import { isWithdrawn } from '@/lib/casework/cases/states'
import type { Actor } from '@/lib/platform/access/actor'
import { allowed, denied, type Verdict } from '@/lib/platform/gate/verdict'

type Reach = Pick<CaseInReach, 'capacities'> & {
  record: Pick<CaseInReach['record'], 'state' | 'closureReason' | 'officeId' | 'sensitivity'>
}

/** Whether this person speaks for the case to others: its lead, or a supervisor who decides on it. PURE. */
export const speaksForCase = (actor: Pick<Actor, 'role' | 'offices'>, reach: Reach): boolean =>
  casePartiesOf(actor, reach).some((party) => party === 'lead' || party === 'supervisor')

/** Offering a case to others, one offer at a time, while it is open: not in registration, on hold or closing. PURE. */
export function mayOffer(
  actor: Pick<Actor, 'role' | 'offices'>,
  reach: Reach & { offered: boolean },
): Verdict {
  if (!speaksForCase(actor, reach)) return denied('transfer-lead-only')
  if (isWithdrawn(reach.record)) return denied('case-withdrawn')
  if (reach.record.state !== 'OPEN') return denied('case-not-open')
  return reach.offered ? denied('transfer-waits') : allowed
}
