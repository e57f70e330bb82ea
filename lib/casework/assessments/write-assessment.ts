import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { isUuid } from '@/lib/base/forms/uuid'
import { hourAsked, hourFollows } from '@/lib/casework/appointments/of-sheet'
import { onCase } from '@/lib/casework/cases/on-case'
import { type CaseInReach, caseInReach } from '@/lib/casework/cases/scope'
import { type PersonView, peopleOf, principalOf } from '@/lib/casework/people/queries'
import { isCaseworker } from '@/lib/platform/access/roles'
import { assessments } from '@/lib/platform/db/schema'
import { type Applied, type Ctx, type Params, verb } from '@/lib/platform/gate/verb'
import { aboutPerson } from './about'
import { type AboutCase, countedAnswers, missingAnswers, resultsOf } from './answers'
import { askRating } from './ask-rating'
import { instrumentOf } from './book'
import { flagsOf, keptResults, speaksOfRisk } from './effects'
import { answersIn, assessmentForm } from './form'
import type { Answers, Instrument } from './instrument'
import { mayFill } from './policy'
import { type Opened, openedLike } from './queries'
import { makeKeys, sealAnswers } from './sealed'
import { SHEET, toldBy, type Visit, visitOf } from './told-by-visit'
import { follow } from './what-follows'

export type Filling = CaseInReach & {
  instrument: Instrument
  row: Opened | undefined
  person: PersonView | undefined
  about: AboutCase
  visit: Visit | undefined
}

/** `which`: the id of an assessment, or the name of an instrument to begin one. Nothing where neither exists here. */
async function fillingIn(
  ctx: Ctx,
  { code, which = '' }: Params,
  named: string,
): Promise<Filling | undefined> {
  const reach = await caseInReach(ctx, code, true)
  if (!reach) return undefined
  const { id } = reach.record
  const of = which === SHEET && named ? await visitOf(ctx, id, named) : undefined
  // A visit has one sheet: whoever was slower goes on with what stands there.
  const known = of?.sheet ?? which
  const row = isUuid(known)
    ? (await openedLike(ctx, id, { id: known })).find((one) => one.id === known)
    : undefined
  const instrument = instrumentOf(row?.instrument ?? which)
  if (!instrument || (isUuid(which) && !row)) return undefined
  const person = principalOf(await peopleOf(ctx, id))
  const visit = of ?? (await visitOf(ctx, id, row?.visitId))
  // A visit that is named and is not there has no sheet.
  if (!row && named && !visit) return undefined
  return { ...reach, instrument, row, visit, person, about: aboutPerson(person, ctx.actor.now) }
}

type Values = { step: 'keep' | 'finish'; danger: readonly string[]; shownFlags: string }

/** What a finished assessment lacks: an answer, or the author's word on a danger that the page had not shown yet. PURE. */
export function unfinished(
  { instrument, about }: Pick<Filling, 'instrument' | 'about'>,
  answers: Answers,
  shownFlags: string,
): Record<string, string> {
  const missing = missingAnswers(instrument, answers, about).map((id) => [id, 'required'])
  const shown = shownFlags.split(' ')
  const unseen = flagsOf(resultsOf(instrument, answers, about)).some((flag) => !shown.includes(flag))
  return Object.fromEntries(missing.length === 0 && unseen ? [['danger', 'look']] : missing)
}

/**
 * An assessment is begun, kept unfinished, finished, or corrected later; every save is a version of its own beside the older
 * ones. Answers of questions that are not shown are not kept.
 */
export const writeAssessment = verb({
  ...onCase,
  name: 'assessment.write',
  form: assessmentForm,
  page: ({ code, which }, { visit }) =>
    `/cases/${code}/assessments/${which}/fill${visit ? `?visit=${visit}` : ''}`,
  scope: (ctx, params, { visit }) => fillingIn(ctx, params, String(visit ?? '')),
  policy: (actor, filling) => mayFill(actor, filling, filling),
  version: ({ row }) => row?.version ?? 0,
  changed: async (_, { row }) => ({
    by: row?.changer ?? null,
    at: row?.changedAt ?? null,
    now: 'assessments.changed',
  }),
  apply: async (ctx, filling, values) => {
    const { step, danger, shownFlags } = values as Values
    const { instrument, about, row } = filling
    const said = { ...answersIn(instrument, values), ...(filling.visit && toldBy(filling.visit)) }
    const answers = countedAnswers(instrument, said, about)
    // What was finished once is corrected, and stays finished.
    const finishes = step === 'finish' || row?.state === 'FINISHED'
    const lacking = finishes ? unfinished(filling, answers, shownFlags) : {}
    if (Object.keys(lacking).length > 0) return { invalid: lacking }
    const written = await writeVersion(ctx, filling, { answers, finishes })
    if (!written) return { conflict: true }
    const results = resultsOf(instrument, answers, about)
    if (finishes) await follow(ctx, filling, { answers, results, danger })
    if (finishes && filling.person && speaksOfRisk(results))
      await askRating(ctx, filling.record, filling.person)
    const asked = hourAsked(instrument.id, ctx.actor)?.question ?? ''
    const hour =
      row !== undefined &&
      (await hourFollows(ctx, filling, {
        instrument: instrument.id,
        sheet: row.id,
        was: row.versions[0]?.answers[asked],
        now: answers[asked],
      }))
    return saidSo(filling, written, { finishes, hour })
  },
})

const saidSo = (
  { record, instrument }: Filling,
  { id, version }: Written,
  { finishes, hour }: { finishes: boolean; hour: boolean },
): Extract<Applied, { location: string }> => ({
  location: finishes
    ? `/cases/${record.code}/assessments/${id}?done=${hour ? 'assessed-hour' : 'assessed'}`
    : `/cases/${record.code}/assessments?done=assessment-kept`,
  id,
  detail: { assessment: id, instrument: instrument.id, version, ...(hour && { hour: 'moved' }) },
})

type Written = { id: string; version: number }

/** The row on its next version and the answers with it; nothing when somebody was quicker. */
async function writeVersion(
  ctx: Ctx,
  { record, instrument, row, about, visit }: Filling,
  { answers, finishes }: { answers: Answers; finishes: boolean },
): Promise<Written | undefined> {
  const { tx, actor } = ctx
  if (!isCaseworker(actor.role)) return undefined
  const owner = { caseId: record.id, officeId: record.officeId, sensitivity: record.sensitivity }
  const results = finishes ? keptResults(resultsOf(instrument, answers, about)) : []
  const now = { changedBy: actor.userId, changedAt: actor.now, results }
  if (row) {
    const version = row.version + 1
    const [moved] = await tx
      .update(assessments)
      .set({
        ...now,
        version,
        ...(finishes && !row.finishedAt && { state: 'FINISHED', finishedAt: actor.now }),
      })
      .where(and(eq(assessments.id, row.id), eq(assessments.version, row.version)))
      .returning({ id: assessments.id })
    if (!moved) return undefined
    await sealAnswers(ctx, instrument, answers, { id: row.id, version, owner, keys: row.keys })
    return { id: row.id, version }
  }
  const id = randomUUID()
  await tx.insert(assessments).values({
    ...owner,
    ...now,
    id,
    instrument: instrument.id,
    discipline: actor.role,
    state: finishes ? 'FINISHED' : 'DRAFT',
    finishedAt: finishes ? actor.now : null,
    writtenBy: actor.userId,
    begunAt: actor.now,
    version: 1,
    visitId: visit?.id ?? null,
  })
  const keys = await makeKeys(ctx, id, instrument, owner)
  await sealAnswers(ctx, instrument, answers, { id, version: 1, owner, keys })
  return { id, version: 1 }
}
