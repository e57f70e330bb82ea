import { sql } from 'drizzle-orm'
import { parseForm } from '@/lib/base/forms/form'
import { isUuid } from '@/lib/base/forms/uuid'
import { isoDayOf } from '@/lib/base/time/days'
import { hourAsked, hourOf, sealedHoursJson } from '@/lib/casework/appointments/of-sheet'
import type { AppointmentJson } from '@/lib/casework/appointments/queries'
import { aboutPerson } from '@/lib/casework/assessments/about'
import { countedAnswers, resultsOf, shownQuestions } from '@/lib/casework/assessments/answers'
import { INSTRUMENTS, instrumentOf } from '@/lib/casework/assessments/book'
import { answersIn, assessmentForm, asTyped } from '@/lib/casework/assessments/form'
import { panelOf, wantsPanel } from '@/lib/casework/assessments/panel'
import { mayFill } from '@/lib/casework/assessments/policy'
import { proposedInstruments } from '@/lib/casework/assessments/proposed'
import {
  type AssessmentLine,
  assessmentsOf,
  finishedOf,
  type Opened,
  openedLike,
} from '@/lib/casework/assessments/queries'
import { ruledInstruments } from '@/lib/casework/assessments/ruled'
import { safetyCard } from '@/lib/casework/assessments/safety-card'
import { SHEET, TOLD_BY_VISIT, toldBy, visitOf } from '@/lib/casework/assessments/told-by-visit'
import { latestOf } from '@/lib/casework/consents/said-yes'
import { mayFollow } from '@/lib/casework/followups/policy'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { type CaseHead, caseHead } from './head'

const caseSubject = (code: string, head?: CaseHead) => ({
  type: 'case',
  id: code,
  ...(head && { caseId: head.reach.record.id }),
})

/** The assessments of a case, and which to open next. */
export async function listAssessments(reading: Reading, code: string) {
  const head = await caseHead(reading, code)
  if (!head) return { missing: caseSubject(code) }
  const lines = await assessmentsOf(reading, head.reach.record.id)
  const begun = lines.filter(({ state }) => state === 'DRAFT').map(({ instrument }) => instrument)
  const situation = latestOf(head.consents, 'CASE_MGMT')?.situation ?? {}
  const ruled = ruledInstruments({
    person: head.person,
    situation,
    rules: head.rating?.rules ?? [],
    day: isoDayOf(reading.actor.now),
  })
  const mine = INSTRUMENTS.filter(
    (instrument) => mayFill(reading.actor, head.reach, { instrument, row: undefined }).allowed,
  )
  const proposed = proposedInstruments({ ruled, finished: finishedOf(lines), begun })
  /** What is begun is gone on with by whoever may: to everybody else there is nothing to press. */
  const goesOn = (row: AssessmentLine): boolean => {
    const instrument = instrumentOf(row.instrument)
    return instrument !== undefined && mayFill(reading.actor, head.reach, { instrument, row }).allowed
  }
  const begunByMe = new Set(lines.filter((row) => row.state === 'DRAFT' && goesOn(row)).map(({ id }) => id))
  return { view: { head, lines, proposed, mine, begunByMe }, subject: caseSubject(code, head) }
}

type Chosen = { head: CaseHead; row: Opened | undefined; like: Opened[] }

type Beside = { hours: AppointmentJson[] | null; offered: string[] | null }
/** The hours of the discipline, and which services somebody around the case's office gives. */
const besideAssessment = (reading: Reading) => (id: string) =>
  sql`json_build_object('hours', ${sealedHoursJson(reading.actor, id)}, 'offered', (select json_agg(distinct d.service)
    from app.directory_entries d join app.cases c on c.office_id = d.office_id where c.id = ${id}))`

/** The assessment at an address: an id, or the name of an instrument that is begun there. */
async function chosen(reading: Reading, code: string, which: string): Promise<Chosen | undefined> {
  // Who reads a date of their discipline reads what became of it in the calendar.
  const head = await caseHead(reading, code, { beside: besideAssessment(reading) })
  if (!head || !(isUuid(which) || instrumentOf(which))) return undefined
  const like = await openedLike(
    reading,
    head.reach.record.id,
    isUuid(which) ? { id: which } : { instrument: which },
  )
  const row = like.find(({ id }) => id === which)
  return isUuid(which) && !row ? undefined : { head, row, like }
}

/** Of the same kind, finished before this one: what was found last time. */
const earlierOf = ({ row, like }: Chosen): Opened | undefined =>
  like.find(({ id, finishedAt, begunAt }) => finishedAt && id !== row?.id && !(row && begunAt > row.begunAt))

export async function viewAssessment(reading: Reading, code: string, which: string) {
  const found = await chosen(reading, code, which)
  const instrument = instrumentOf(found?.row?.instrument)
  if (!found?.row || !instrument) return { missing: caseSubject(code) }
  const { head, row } = found
  const panel = instrument.id === 'BEST_INTERESTS' ? await panelOf(reading, row.id) : undefined
  return {
    view: {
      head,
      row,
      instrument,
      earlier: earlierOf(found),
      about: aboutPerson(head.person, reading.actor.now),
      may: mayFill(reading.actor, head.reach, { instrument, row }).allowed,
      /** Where a service that is called for can be asked for from here. */
      offered: (head.beside as Beside).offered ?? [],
      hour: hourIn(reading, found, row),
      panel,
      panelWaits: !panel && row.state === 'FINISHED' && wantsPanel(row),
    },
    subject: caseSubject(code, head),
    detail: { assessment: row.id, instrument: instrument.id },
  }
}
export type AssessmentView = Extract<Awaited<ReturnType<typeof viewAssessment>>, { view: unknown }>['view']

/** The date that this assessment says, and its hour in the calendar; nothing for whoever does not read its answers. */
function hourIn({ actor }: Reading, { head }: Chosen, row: Opened) {
  const asked = hourAsked(row.instrument, actor)
  if (!asked || row.state !== 'FINISHED') return undefined
  const said = row.versions[0]?.answers[asked.question]
  const booked = hourOf(row.id, (head.beside as Beside).hours, head.keys)
  const ahead = typeof said === 'string' && said >= isoDayOf(actor.now)
  return {
    booked,
    differs: booked !== undefined && isoDayOf(booked.at) !== said,
    /** It can be put in the calendar. */
    open: !booked && ahead && mayFollow(actor, head.reach).allowed,
  }
}

export async function preparePanel(reading: Reading, code: string, which: string, query: Query) {
  const found = await viewAssessment(reading, code, which)
  if (!('view' in found) || !found.view) return { missing: caseSubject(code) }
  const { head, panel, row } = found.view
  const { subject } = found
  if (!subject) return { missing: caseSubject(code) }
  if (row.instrument !== 'BEST_INTERESTS' || row.state !== 'FINISHED') return { missing: subject }
  if (panel) return { refused: 'panel-decided', subject }
  const draft = await findDraft(
    reading.tx,
    reading.actor.userId,
    'assessment.decide-panel',
    one(query, 'draft'),
  )
  return { view: { draft, version: head.reach.record.version }, subject }
}

/** The card of a safety plan, for whoever opens its answers; to everybody else there is none. */
export async function prepareCard(reading: Reading, code: string, which: string) {
  const found = await chosen(reading, code, which)
  const card = safetyCard(found?.row?.instrument ?? '', found?.row?.versions[0]?.answers)
  if (!found || !card) return { missing: caseSubject(code) }
  return { view: { card }, subject: caseSubject(code, found.head), detail: { assessment: which } }
}

/** The form of one assessment: what stands there or came back, the questions it opens, what the answers lead to. */
export async function prepareAssessment(reading: Reading, code: string, which: string, query: Query) {
  const found = await chosen(reading, code, which)
  const instrument = instrumentOf(found?.row?.instrument ?? which)
  if (!found || !instrument) return { missing: caseSubject(code) }
  const { head } = found
  const subject = caseSubject(code, head)
  const draft = await findDraft(reading.tx, reading.actor.userId, 'assessment.write', one(query, 'draft'))
  const named = found.row ? found.row.visitId : (draft?.values.visit?.toString() ?? one(query, 'visit'))
  const visit = instrument.id === SHEET ? await visitOf(reading, head.reach.record.id, named) : undefined
  if (!found.row && named && !visit) return { missing: subject }
  // A visit has one sheet: whoever comes to it again goes on with what stands there.
  const row = found.row ?? found.like.find(({ id }) => id === visit?.sheet)
  const verdict = mayFill(reading.actor, head.reach, { instrument, row })
  if (!verdict.allowed) return { refused: verdict.reason, subject }
  const about = aboutPerson(head.person, reading.actor.now)
  const told = visit ? toldBy(visit) : {}
  const kept = { ...row?.versions[0]?.answers, ...told }
  const typed = draft
    ? {
        ...answersIn(instrument, parseForm(assessmentForm, draft.values, isoDayOf(reading.actor.now)).values),
        ...told,
      }
    : kept
  const answers = countedAnswers(instrument, typed, about)
  return {
    view: {
      head,
      row,
      instrument,
      draft,
      values: asTyped(kept),
      visit,
      questions: shownQuestions(instrument, answers, about).filter(
        ({ id }) => !visit || !TOLD_BY_VISIT.includes(id),
      ),
      results: resultsOf(instrument, answers, about),
      earlier: earlierOf(found),
    },
    subject,
  }
}
export type FillView = Extract<Awaited<ReturnType<typeof prepareAssessment>>, { view: unknown }>['view']
