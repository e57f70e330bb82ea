import { casePartiesOf, isWritten, mayHelp, mayWorkOn } from '@/lib/casework/cases/policy'
import type { CaseInReach } from '@/lib/casework/cases/scope'
import type { Actor } from '@/lib/platform/access/actor'
import { allowed, denied, type Verdict } from '@/lib/platform/gate/verdict'

type Reach = Pick<CaseInReach, 'capacities' | 'record'>

/** A goal or an action is agreed with somebody whose case is open: its team. PURE. */
export const mayAgree = (actor: Actor, reach: Reach): Verdict => mayHelp(actor, reach)

/** What was agreed is done, left or handed on by the team, also while the case waits or its closing does. PURE. */
export function mayGoOn(actor: Actor, reach: Reach): Verdict {
  const verdict = mayWorkOn(actor, reach)
  if (!verdict.allowed) return verdict
  return reach.record.state === 'DRAFT' ? denied('case-not-registered') : allowed
}

export const UNDO_HOURS = 24
type Ended = { state: string; endedAt: Date | null }

/** An action that is open. PURE. */
export const stillOpen = ({ state }: Ended): Verdict =>
  state === 'OPEN' ? allowed : denied('plan-action-over')

/** What was said by mistake is taken back within a day. PURE. */
export const mayUndo = ({ now }: Pick<Actor, 'now'>, { state, endedAt }: Ended): boolean =>
  state !== 'OPEN' && endedAt !== null && now.getTime() - endedAt.getTime() < UNDO_HOURS * 3_600_000

/** A supervisor who decides on the case while it is written in, and did not ask. PURE. */
export function mayDecide(actor: Actor, reach: Reach, asked: { askedBy: string } | undefined): Verdict {
  if (!casePartiesOf(actor, reach).includes('supervisor')) return denied('case-supervisor-only')
  const verdict = isWritten(reach)
  if (!verdict.allowed) return verdict
  return asked && asked.askedBy !== actor.userId ? allowed : denied('plan-not-waiting')
}
