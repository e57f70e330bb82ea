import { casePartiesOf, isWritten, mayHelp, mayWorkOn } from '@/lib/casework/cases/policy'
import type { CaseInReach } from '@/lib/casework/cases/scope'
import type { Actor } from '@/lib/platform/access/actor'
import { allowed, denied, type Verdict } from '@/lib/platform/gate/verdict'
import { remains, sumOf } from './lines'
import type { Grant, Path } from './queries'

type Of = { reach: CaseInReach; path: Path | null }
type OfGrant = Of & { grant: Grant | undefined }

/** One path a case, opened by its team while it is open. PURE. */
export function mayOpenPath(actor: Actor, { reach, path }: Of): Verdict {
  const verdict = mayHelp(actor, reach)
  return verdict.allowed && path ? denied('return-open') : verdict
}

/** Everything on a path: the team, while the file is written in. PURE. */
export function mayWorkOnPath(actor: Actor, { reach, path }: Of): Verdict {
  const verdict = mayWorkOn(actor, reach)
  return verdict.allowed && !path ? denied('return-none') : verdict
}

/** The team writes a budget until it is asked for; while somebody decides on it, it stands still. PURE. */
export function mayPlanGrant(actor: Actor, of: OfGrant): Verdict {
  const verdict = mayWorkOnPath(actor, of)
  return verdict.allowed && of.grant?.state === 'ASKED' ? denied('grant-asked') : verdict
}

/** A supervisor of the case, never whoever asked. PURE. */
export function mayDecideGrant(actor: Actor, { reach, grant }: OfGrant): Verdict {
  if (!casePartiesOf(actor, reach).includes('supervisor')) return denied('case-supervisor-only')
  const verdict = isWritten(reach)
  if (!verdict.allowed) return verdict
  if (grant?.state !== 'ASKED') return denied('grant-not-asked')
  return grant.askedById === actor.userId ? denied('grant-own') : allowed
}

/** Handing over and visiting: what was approved. PURE. */
export function mayDeliver(actor: Actor, of: OfGrant): Verdict {
  const verdict = mayWorkOnPath(actor, of)
  if (!verdict.allowed) return verdict
  if (of.grant?.state !== 'APPROVED') return denied('grant-not-approved')
  const left = remains(
    of.grant.lines,
    of.grant.deliveries.map(({ lines }) => lines),
  )
  return sumOf(left) > 0 ? allowed : denied('grant-given')
}

/** A visit follows a delivery, also where the rest of the grant was dropped. PURE. */
export function mayVisit(actor: Actor, of: OfGrant): Verdict {
  const verdict = mayWorkOnPath(actor, of)
  return verdict.allowed && (of.grant?.deliveries ?? []).length === 0
    ? denied('grant-not-delivered')
    : verdict
}

/** What is not decided, or was approved and is not wanted any more. PURE. */
export function mayDropGrant(actor: Actor, of: OfGrant): Verdict {
  const verdict = mayWorkOnPath(actor, of)
  if (!verdict.allowed) return verdict
  return of.grant && ['DRAFT', 'RETURNED', 'APPROVED'].includes(of.grant.state)
    ? allowed
    : denied(of.grant?.state === 'ASKED' ? 'grant-asked' : 'grant-over')
}
