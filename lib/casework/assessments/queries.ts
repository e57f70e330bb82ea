import { desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/platform/access/actor'
import type { Discipline } from '@/lib/platform/access/roles'
import { assessments, users } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { unwrap } from '@/lib/platform/vault/keys'
import { type OpenKey, unsealJson } from '@/lib/platform/vault/seal'
import { instrumentOf } from './book'
import type { Finished } from './effects'
import type { Answers, Instrument } from './instrument'
import { isApart, type Part } from './parts'
import { answersPlace } from './sealed'
import { within } from './within'

/** An assessment as everybody on the case sees it. */
export type AssessmentLine = {
  id: string
  instrument: string
  discipline: Discipline
  state: 'DRAFT' | 'FINISHED'
  results: string[]
  writtenBy: string
  writer: string
  begunAt: Date
  changedAt: Date
  finishedAt: Date | null
  version: number
  /** Of which monitoring visit it is the sheet. */
  visitId: string | null
}

const line = {
  id: assessments.id,
  instrument: assessments.instrument,
  discipline: assessments.discipline,
  state: assessments.state,
  results: assessments.results,
  writtenBy: assessments.writtenBy,
  writer: users.name,
  begunAt: assessments.begunAt,
  changedAt: assessments.changedAt,
  finishedAt: assessments.finishedAt,
  version: assessments.version,
  visitId: assessments.visitId,
}

/** Those of a case that exist for this reader, newest first. */
export const assessmentsOf = ({ tx, actor }: Ctx, caseId: string): Promise<AssessmentLine[]> =>
  tx
    .select(line)
    .from(assessments)
    .innerJoin(users, eq(users.id, assessments.writtenBy))
    .where(sql`${assessments.caseId} = ${caseId} and ${within(actor)}`)
    .orderBy(desc(assessments.begunAt), desc(assessments.id))

export const finishedOf = (lines: readonly AssessmentLine[]): Finished[] =>
  lines.flatMap(({ instrument, discipline, results, finishedAt }) =>
    finishedAt ? [{ instrument, discipline, results, at: finishedAt }] : [],
  )

export type FinishedJson = Omit<Finished, 'at'> & { at: string }
/** The finished ones of a case as one value beside others of a statement. */
export const finishedJson = (actor: Actor, caseId: string): SQL =>
  sql`(select json_agg(json_build_object('instrument', ${assessments.instrument}, 'discipline', ${assessments.discipline},
      'results', ${assessments.results}, 'at', ${assessments.finishedAt})) from ${assessments}
    where ${assessments.caseId} = ${caseId} and ${assessments.finishedAt} is not null and ${within(actor)})`
export const finishedFrom = (rows: readonly FinishedJson[] | null): Finished[] =>
  (rows ?? []).map((row) => ({ ...row, at: new Date(row.at) }))

/** One version of the answers, as far as this reader's keys open it. */
export type Version = { version: number; by: string; at: Date; answers: Answers; parts: Part[] }
export type Opened = AssessmentLine & {
  changer: string
  /** Newest first; empty where no part is theirs to read. */
  versions: Version[]
  keys: Map<Part, OpenKey>
}

type SealedJson = {
  version: number
  part: Part
  keyId: string
  wrapped: string
  body: string
  at: string
  by: string
}

const sealed = (
  table: string,
): SQL => sql`select n.version, n.part, n.key_id, n.body, n.written_at, n.written_by
  from ${sql.raw(table)} n where n.assessment_id = ${assessments.id}`

/** Every part of every version whose key opens for this reader, as JSON. */
const parts = sql<
  SealedJson[] | null
>`(select json_agg(json_build_object('version', s.version, 'part', s.part, 'keyId', k.id,
    'wrapped', encode(k.wrapped, 'base64'), 'body', encode(s.body, 'base64'), 'at', s.written_at, 'by', w.name) order by s.version desc)
  from (${sealed('app.assessment_answers')} union all ${sealed('app.incident_answers')}) s
    join vault.keys k on k.id = s.key_id join access.users w on w.id = s.written_by)`

/** Assessments of a case chosen by `which`, opened as far as this reader may; newest first. One statement. */
async function openedWhere({ tx, actor }: Ctx, caseId: string, which: SQL): Promise<Opened[]> {
  const rows = await tx
    .select({
      ...line,
      parts,
      changer: sql<string>`(select c.name from access.users c where c.id = ${assessments.changedBy})`,
    })
    .from(assessments)
    .innerJoin(users, eq(users.id, assessments.writtenBy))
    .where(sql`${assessments.caseId} = ${caseId} and ${within(actor)} and ${which}`)
    .orderBy(desc(assessments.begunAt), desc(assessments.id))
  return rows.map(({ parts: found, ...plain }) => opened(plain, found ?? []))
}

/** Every assessment of the same kind as this one, or of this instrument. */
export const openedLike = (ctx: Ctx, caseId: string, which: { id: string } | { instrument: string }) =>
  openedWhere(
    ctx,
    caseId,
    'id' in which
      ? sql`${assessments.instrument} = (select a.instrument from app.assessments a where a.id = ${which.id} and a.case_id = ${caseId})`
      : sql`${assessments.instrument} = ${which.instrument}`,
  )

function opened(plain: Omit<Opened, 'versions' | 'keys'>, found: readonly SealedJson[]): Opened {
  const instrument = instrumentOf(plain.instrument)
  const keys = new Map<Part, OpenKey>()
  for (const { part, keyId, wrapped } of found)
    if (!keys.has(part)) keys.set(part, unwrap({ id: keyId, wrapped: Buffer.from(wrapped, 'base64') }))
  const versions = new Map<number, Version>()
  for (const one of found) {
    const so = versions.get(one.version)
    const answers = instrument ? { ...so?.answers, ...open(instrument, plain.id, one, keys) } : {}
    versions.set(one.version, {
      version: one.version,
      by: one.by,
      at: new Date(one.at),
      answers,
      parts: [...(so?.parts ?? []), one.part],
    })
  }
  return { ...plain, versions: [...versions.values()], keys }
}

function open(
  instrument: Instrument,
  id: string,
  one: SealedJson,
  keys: ReadonlyMap<Part, OpenKey>,
): Answers {
  const key = keys.get(one.part)
  const place = answersPlace(isApart(instrument), { id, version: one.version, part: one.part })
  return key ? unsealJson<Answers>(key, place, Buffer.from(one.body, 'base64')) : {}
}
