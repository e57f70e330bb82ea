import { mayEndOn, onTeam } from '@/lib/casework/cases/policy'
import type { CaseInReach } from '@/lib/casework/cases/scope'
import type { Actor } from '@/lib/platform/access/actor'
import { isCaseworker } from '@/lib/platform/access/roles'
import { allowed, denied, type Verdict } from '@/lib/platform/gate/verdict'
import type { DocumentLine } from './queries'

/** `goesOn`: the case is worked on, or points at a known one that is. */
type Reach = CaseInReach & {
  document: Pick<DocumentLine, 'reader' | 'opens' | 'withdrawal' | 'original' | 'givenTo'> & {
    goesOn: boolean
  }
}

/** Whoever may open it takes it away, while the case is worked on. PURE. */
export function mayWithdraw(actor: Actor, reach: Reach): Verdict {
  const verdict = mayEndOn(actor, reach, reach.document.goesOn)
  if (!verdict.allowed) return verdict
  if (reach.document.withdrawal) return denied('document-withdrawn')
  return reach.document.opens ? allowed : denied('document-sealed')
}

/** What an agency sent is kept by the team that works on the case, once. PURE. */
export function mayKeepReceived(actor: Actor, reach: Reach): Verdict {
  const verdict = mayWithdraw(actor, reach)
  if (!verdict.allowed) return verdict
  return reach.document.reader === 'AGENCY' ? allowed : denied('document-kept')
}

/** Anybody of the team gives the paper back, and also after the person took back their consent: it is theirs. PURE. */
export function mayGiveOriginalBack(actor: Actor, reach: Reach): Verdict {
  if (!isCaseworker(actor.role) || !onTeam(reach)) return denied('case-team-only')
  if (!reach.document.original || reach.document.givenTo) return denied('original-not-kept')
  return reach.document.goesOn ? allowed : denied('case-not-open')
}
