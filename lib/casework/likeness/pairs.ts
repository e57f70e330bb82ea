import { and, eq, or, type SQLWrapper, sql } from 'drizzle-orm'
import { isUuid } from '@/lib/base/forms/uuid'
import { samePerson } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import type { Word } from './standing'
import { within } from './within'

const nameOf = (column: SQLWrapper) =>
  sql<string | null>`(select u.name from access.users u where u.id = ${column})`

/** Of a pair all that its page says. */
export const pairColumns = {
  id: samePerson.id,
  caseId: samePerson.caseId,
  intoCaseId: samePerson.intoCaseId,
  said: samePerson.said,
  saidBy: samePerson.saidBy,
  saidAt: samePerson.saidAt,
  decided: samePerson.decided,
  decidedAt: samePerson.decidedAt,
  undoBy: samePerson.undoBy,
  undoneAt: samePerson.undoneAt,
  undoUntil: sql<Date | null>`${samePerson.decidedAt} + app.setting('same.undo')`.mapWith(
    samePerson.decidedAt,
  ),
  version: samePerson.version,
  sayer: nameOf(samePerson.saidBy),
  decider: nameOf(samePerson.decidedBy),
  undoer: nameOf(samePerson.undoBy),
}

/** What was said of a file and others, newest first, as far as both are in reach. */
export const pairsOf = ({ tx, actor }: Ctx, caseId: string) =>
  tx
    .select(pairColumns)
    .from(samePerson)
    .where(and(or(eq(samePerson.caseId, caseId), eq(samePerson.intoCaseId, caseId)), within(actor)))
    .orderBy(sql`coalesce(${samePerson.saidAt}, ${samePerson.foundAt}) desc`, samePerson.id)
export type PairRow = Awaited<ReturnType<typeof pairsOf>>[number]

/** One pair by its id. */
export async function pairInReach({ tx, actor }: Ctx, id: string | undefined): Promise<PairRow | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await tx
    .select(pairColumns)
    .from(samePerson)
    .where(and(eq(samePerson.id, id), within(actor)))
  return row
}

/** What stands between this file and one that nobody here may open: where that lies, and whom to talk to. */
export type Elsewhere = Word & {
  id: string
  office: string
  /** This file would point, or points, at the other one: the second word is said here. */
  pointsAway: boolean
  talkTo: string | null
}

type Told = Omit<Elsewhere, 'undoneAt' | 'undoUntil'> & { undoUntil: string | null }

const elsewhereOf = (
  caseId: string,
) => sql`select e.id, o.name as office, e.said, e.said_by as "saidBy", e.decided,
  e.undo_by as "undoBy", e.undo_until::text as "undoUntil", e.points_away as "pointsAway", e.talk_to as "talkTo"
  from app.asked_elsewhere(${caseId}::uuid) e join access.offices o on o.id = e.office_id`

/** The same as one value beside other columns. */
export const elsewhereJson = (caseId: string) =>
  sql<Told[] | null>`(select json_agg(told) from (${elsewhereOf(caseId)}) told)`

export const toldElsewhere = (rows: readonly Told[] | null | undefined): Elsewhere[] =>
  (rows ?? []).map((row) => ({
    ...row,
    undoneAt: null,
    undoUntil: row.undoUntil ? new Date(row.undoUntil) : null,
  }))

export async function askedElsewhere({ tx, actor }: Ctx, caseId: string): Promise<Elsewhere[]> {
  if (actor.role !== 'SUPERVISOR') return []
  return toldElsewhere(await tx.execute<Told>(elsewhereOf(caseId)))
}
