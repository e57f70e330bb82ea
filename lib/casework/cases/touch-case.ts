import { and, asc, eq, inArray } from 'drizzle-orm'
import { within } from '@/lib/casework/alerts/within'
import { PRIORITIES } from '@/lib/engines/clocks/rules'
import { alerts, caseEvents, cases } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { chosenDay } from './chosen-day'
import { type CaseMove, pressingDue } from './due'
import type { CaseRow } from './scope'
import { type CaseParty, type CaseVerb, transitionOf } from './transitions'

type Written =
  | 'risk'
  | 'registeredAt'
  | 'eraseOn'
  | 'retentionClass'
  | 'doNotContact'
  | 'lastReason'
  | 'holdUntil'
  | 'closureReason'
type Changes = Partial<Pick<CaseRow, Written>> & {
  /** The verb that moves the case on, where one does; who may is in `transitions.ts` and in the database. */
  move?: CaseVerb
  /** As whom, where several may. */
  as?: readonly CaseParty[]
  /** Something was done for the person; the first time counts. */
  acted?: boolean
  /** A day somebody of ours met or heard the person; an earlier one changes nothing. */
  contactOn?: string | undefined
}

/**
 * Writes what changed of a case and what follows from it: the last contact, and the due date that lists are ordered
 * by. On the version that was read; false when somebody was quicker.
 */
export async function touchCase(ctx: Ctx, record: CaseRow, changes: Changes): Promise<boolean> {
  const { tx, actor } = ctx
  const { contactOn, move, as, acted, ...changed } = changes
  const moved = move && transitionOf(record.state, move, as)
  if (move && !moved) return false
  const plain = {
    ...changed,
    ...(acted && !record.firstActionAt && { firstActionAt: actor.now }),
    ...(moved && { state: moved.to, lastVerb: moved.verb, lastParty: moved.by, lastActorId: actor.userId }),
    ...(move === 'withdraw-case-consent' && { closureReason: 'CONSENT_WITHDRAWN' }),
  }
  const last = record.lastContactOn
  const lastContactOn = contactOn && (!last || contactOn > last) ? contactOn : last
  const next = { ...record, ...plain, lastContactOn }
  const moves = await movesOf(ctx, record, moved || undefined)
  const chosen = await chosenDay(ctx, record.id)
  const due = pressingDue({ ...next, moves, chosen, alertUrgency: await alertUrgency(ctx, next) }, actor.now)
  const written = await tx
    .update(cases)
    .set({
      ...plain,
      lastContactOn,
      nextDueAt: due?.at ?? null,
      nextDueKind: due?.kind ?? null,
      version: record.version + 1,
    })
    .where(and(eq(cases.id, record.id), eq(cases.version, record.version)))
    .returning({ id: cases.id })
  return written.length === 1
}

const RESTING = ['hold', 'resume', 'ask-closure', 'close', 'hand-out', 'reopen']

/** When the clocks rested, ended and began again, with the move of this moment. */
async function movesOf(
  { tx, actor }: Ctx,
  { id }: CaseRow,
  now: { verb: CaseVerb; from: string; to: string } | undefined,
): Promise<CaseMove[]> {
  const past = await tx
    .select({ verb: caseEvents.verb, at: caseEvents.at, from: caseEvents.fromState, to: caseEvents.toState })
    .from(caseEvents)
    .where(and(eq(caseEvents.caseId, id), inArray(caseEvents.verb, RESTING)))
    .orderBy(asc(caseEvents.id))
  return now && RESTING.includes(now.verb) ? [...past, { ...now, at: actor.now }] : past
}

/** The most pressing alert that led here, while nothing was done yet. */
async function alertUrgency(
  { tx, actor }: Ctx,
  { id, firstActionAt }: Pick<CaseRow, 'id' | 'firstActionAt'>,
) {
  if (firstActionAt) return null
  const rows = await tx
    .select({ urgency: alerts.urgency })
    .from(alerts)
    .where(and(eq(alerts.caseId, id), within(actor)))
  return PRIORITIES.find((one) => rows.some(({ urgency }) => urgency === one)) ?? null
}
