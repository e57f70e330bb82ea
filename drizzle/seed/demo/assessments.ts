import { type AboutCase, resultsOf } from '@/lib/casework/assessments/answers'
import { instrumentOf } from '@/lib/casework/assessments/book'
import { keptResults } from '@/lib/casework/assessments/effects'
import type { Answer, Answers, Instrument } from '@/lib/casework/assessments/instrument'
import plans from '../reference/demo-plans.json'
import { at } from './moments'
import { idOf } from './random'
import type { Case, CaseFile, Id, Moment } from './records'
import { beginningOf } from './returns'
import { users } from './staff'

/** An assessment of a told case, as it is brought in: finished, on its day. */
export type Assessed = {
  id: Id
  case: Case
  instrument: Instrument
  discipline: 'SOCIAL_WORKER' | 'PSYCHOLOGIST' | 'LAWYER'
  byId: Id
  finishedAt: Moment
  answers: Answers
  results: string[]
}

/** The told cases are written with their first group; what follows is drawn anew. */

type Told = (typeof plans.cases)[number]
type ToldAssessment = { instrument: string; date: string; by: string; answers: Record<string, unknown> }

/** Words stand in three languages; the demonstration's people write French. */
const inFrench = (answers: Record<string, unknown>): Answers =>
  Object.fromEntries(
    Object.entries(answers).map(([id, value]) => [
      id,
      typeof value === 'object' && value !== null && 'fr' in value ? String(value.fr) : (value as Answer),
    ]),
  )

/** Of this discipline: whoever is on the case, else a colleague of its office who came in for it. */
function assessorOf({ leadId, memberIds, officeId }: Case, discipline: string): Id {
  const able = users.filter(({ role }) => role === discipline)
  const found =
    able.find(({ id }) => id === leadId || memberIds.includes(id)) ??
    able.find(({ offices }) => offices.includes(officeId)) ??
    able[0]
  if (!found) throw new Error(`nobody is a ${discipline}`)
  return found.id
}

function aboutOf({ person }: Case): AboutCase {
  return { child: person.birthYear !== null && 2014 - person.birthYear < 18, sex: person.sex }
}

function assessed(file: Case, told: ToldAssessment, index: number): Assessed {
  const instrument = instrumentOf(told.instrument)
  if (!instrument) throw new Error(`${told.instrument} is no instrument`)
  const answers = inFrench(told.answers)
  const discipline = told.by as Assessed['discipline']
  return {
    id: idOf(`assessment:${file.code}:${index}`),
    case: file,
    instrument,
    discipline,
    byId: assessorOf(file, discipline),
    finishedAt: at(told.date, '11:20'),
    answers,
    results: keptResults(resultsOf(instrument, answers, aboutOf(file))),
  }
}

/** The assessments of the twelve told cases. */
export function demoAssessments(files: readonly CaseFile[]): Assessed[] {
  return plans.cases.flatMap((told: Told) => {
    const file = files.find(({ case: one }) => beginningOf(one.code) === beginningOf(told.case_code))
    return file ? told.assessments.map((one, index) => assessed(file.case, one as ToldAssessment, index)) : []
  })
}
