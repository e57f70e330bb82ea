import type { Actor } from '@/lib/platform/access/actor'
import { isCaseworker } from '@/lib/platform/access/roles'
import { allowed, denied, type Verdict } from '@/lib/platform/gate/verdict'
import type { CaseInReach } from './scope'
import { isWithdrawn, isWorkedOn } from './states'
import { CASE_TRANSITIONS, type CaseParty, type CaseVerb, transitionOf } from './transitions'

type Reach = Pick<CaseInReach, 'capacities'> & {
  record: { state: string; closureReason: string | null; officeId: string; sensitivity: string }
}

/** Whether the file is written in; a person who took their consent back is written about no more. PURE. */
export function isWritten({ record }: Reach): Verdict {
  if (isWithdrawn(record)) return denied('case-withdrawn')
  // What the person says is written on the file at which this one points.
  if (record.state === 'DUPLICATE') return denied('case-merged')
  return isWorkedOn(record) ? allowed : denied('case-not-open')
}

export const onTeam = ({ capacities }: Pick<Reach, 'capacities'>): boolean =>
  capacities.includes('LEAD') || capacities.includes('MEMBER')

/** Changes to the person's file: the case team, while the case is worked on. PURE. */
export function mayWorkOn(actor: Actor, reach: Reach): Verdict {
  if (!isCaseworker(actor.role) || !onTeam(reach)) return denied('case-team-only')
  return isWritten(reach)
}

/**
 * What a file still owes somebody is ended by its team also while it points at a known one that is worked on (`goesOn`): a paper goes back,
 * a danger comes down, sealed notes are opened. PURE.
 */
export function mayEndOn(actor: Actor, reach: Reach, goesOn: boolean): Verdict {
  const pointing = reach.record.state === 'DUPLICATE' && goesOn && isCaseworker(actor.role) && onTeam(reach)
  return pointing ? allowed : mayWorkOn(actor, reach)
}

/** An answer of the person: as their file is written in, and a new one to the file itself also after they ended it. PURE. */
export function mayRecordAnswer(actor: Actor, reach: Reach, purpose?: string): Verdict {
  const again = isWithdrawn(reach.record) && isCaseworker(actor.role) && onTeam(reach)
  return again && (purpose === undefined || purpose === 'CASE_MGMT') ? allowed : mayWorkOn(actor, reach)
}

/** Registering, restricting, naming colleagues: the lead. PURE. */
export function mayLead(actor: Actor, reach: Reach): Verdict {
  if (!reach.capacities.includes('LEAD') || !isCaseworker(actor.role)) return denied('case-lead-only')
  return isWritten(reach)
}

/** Closing the file to others: the lead, or a supervisor who reads it. PURE. */
export function mayRestrict(actor: Actor, reach: Reach): Verdict {
  const verdict = actor.role === 'SUPERVISOR' ? isWritten(reach) : mayLead(actor, reach)
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

/** As whom this person may act on the machine: by membership as a caseworker, by office or name as a supervisor. PURE. */
export function casePartiesOf(actor: Pick<Actor, 'role' | 'offices'>, reach: Reach): CaseParty[] {
  const { capacities, record } = reach
  if (isCaseworker(actor.role))
    return onTeam(reach) ? (capacities.includes('LEAD') ? ['team', 'lead'] : ['team']) : []
  if (actor.role !== 'SUPERVISOR') return []
  const decides =
    record.sensitivity === 'S4'
      ? capacities.includes('NAMED_SUPERVISOR')
      : actor.offices.includes(record.officeId)
  return decides ? ['supervisor'] : []
}

/** What is said to somebody who may not do it at all, and where the case does not stand so. */
const REFUSALS: Record<CaseVerb, { who: string; where: string }> = {
  open: { who: 'case-opener-only', where: 'already-registered' },
  hold: { who: 'case-team-only', where: 'case-not-to-hold' },
  resume: { who: 'case-team-only', where: 'case-not-held' },
  'ask-closure': { who: 'case-team-only', where: 'case-not-to-ask' },
  'withdraw-case-consent': { who: 'case-team-only', where: 'case-not-open' },
  'return-closure': { who: 'case-supervisor-only', where: 'case-not-to-close' },
  close: { who: 'case-supervisor-only', where: 'case-not-to-close' },
  // That another agency has said yes is asked of the offer (`transfers`).
  'hand-out': { who: 'case-supervisor-only', where: 'case-not-open' },
  reopen: { who: 'case-reopen-only', where: 'case-not-closed' },
  // Whose word it is as well is asked of the pair (`likeness/standing.ts`).
  merge: { who: 'case-team-only', where: 'same-not-asked' },
  'undo-merge': { who: 'case-team-only', where: 'same-not-merged' },
}

/** A closing waits, and not because the person wants no file. PURE. */
export const closingWaits = (record: { state: string; closureReason: string | null }): boolean =>
  record.state === 'PENDING_CLOSURE' && !isWithdrawn(record)

/** `agreed`: the person agrees to the file now. `askedBy`: whoever asked to close. */
export type MoveSituation = Reach & { askedBy?: string | null; agreed?: boolean }

const mayOpen = (parties: readonly CaseParty[]): boolean =>
  parties.includes('lead') || parties.includes('supervisor')

/**
 * Whether this person may move this case by this verb, as the table has it: who, from which state, never as whoever
 * asked to close, never back after a withdrawal without a new yes, and after one never to the end. What holds a closing back is asked beside it. PURE.
 */
export function mayMove(verb: CaseVerb, actor: Actor, situation: MoveSituation): Verdict {
  const { record, askedBy, agreed } = situation
  const parties = casePartiesOf(actor, situation)
  const { who, where } = REFUSALS[verb]
  const rows = CASE_TRANSITIONS.filter((row) => row.verb === verb)
  // Of the team the lead alone opens.
  const may = verb === 'open' ? mayOpen(parties) : rows.some(({ by }) => parties.includes(by))
  if (!may) return denied(who)
  // A no is heard also while a closing waits: it stands still and ends for that reason.
  if (verb === 'withdraw-case-consent' && closingWaits(record)) return allowed
  if (!transitionOf(record.state, verb, parties))
    return record.state === 'DUPLICATE' && verb !== 'undo-merge'
      ? denied('case-merged')
      : denied(isWithdrawn(record) ? 'case-withdrawn' : where)
  if ((verb === 'close' || verb === 'return-closure') && askedBy === actor.userId)
    return denied('case-own-closure')
  if ((verb === 'return-closure' || verb === 'reopen') && isWithdrawn(record) && !agreed)
    return denied('case-withdrawn')
  if (verb === 'close' && isWithdrawn(record) && agreed) return denied('case-wanted-again')
  return allowed
}
