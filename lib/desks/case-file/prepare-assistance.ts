import { readDay } from '@/lib/base/forms/read-day'
import { isoDayOf } from '@/lib/base/time/days'
import { type EarlierLine, forForm } from '@/lib/casework/assistance/for-form'
import { type Project, runsOn } from '@/lib/casework/assistance/funds'
import { isKind, kindOf } from '@/lib/casework/assistance/kinds'
import { mayEndLine } from '@/lib/casework/assistance/on-line'
import { mayWorkOn } from '@/lib/casework/cases/policy'
import { type Draft, findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { type CaseHead, caseHead } from './head'

/** What the form of a line needs beside its case: what is given most here, and the projects that run on its day. */
export type LineView = {
  head: CaseHead
  draft: Draft | undefined
  /** Filled from this line: the one that is given again, or the one that is corrected. */
  from: EarlierLine | undefined
  kind: string | undefined
  /** The newest line of this kind. */
  last: EarlierLine | undefined
  usual: string[]
  projects: Project[]
}

/** The day that stands in the form: as typed, where it is one, else that of the line, else today. */
function dayIn({ actor }: Reading, draft: Draft | undefined, from?: { givenOn: string }): string {
  const today = isoDayOf(actor.now)
  const typed = draft?.values.givenOn?.toString()
  return (typed && readDay(typed, { today })?.iso) || from?.givenOn || today
}

/** First the kind, then its form: empty, or filled from an earlier line of the case (`copy`) with today's day. */
export async function prepareAssistance(reading: Reading, code: string, query: Query) {
  const head = await caseHead(reading, code)
  if (!head) return { missing: { type: 'case', id: code } }
  const { record } = head.reach
  const subject = { type: 'case', id: code, caseId: record.id }
  const verdict = mayWorkOn(reading.actor, head.reach)
  if (!verdict.allowed) return { refused: verdict.reason, subject }
  const draft = await findDraft(reading.tx, reading.actor.userId, 'assistance.record', one(query, 'draft'))
  const { lines, usual, projects } = await forForm(reading, record)
  const standing = lines.filter(({ ended }) => !ended)
  const from = standing.find(({ id }) => id === one(query, 'copy'))
  const asked = from ? kindOf(from.service) : one(query, 'kind')
  const kind = isKind(asked) ? asked : undefined
  const last = standing.find(({ service }) => kindOf(service) === kind)
  const on = dayIn(reading, draft)
  const running = projects.filter((project) => runsOn(project, on))
  const view: LineView = { head, draft, from, kind, last, usual, projects: running }
  return { view, subject }
}

type Where = { code: string; id: string }
type Asked = { query: Query; verb: 'assistance.correct' | 'assistance.cancel' }

/** A line that stands, to be corrected or cancelled; the same answer for one that is not of this case. */
export async function prepareLine(reading: Reading, { code, id }: Where, { query, verb }: Asked) {
  const head = await caseHead(reading, code)
  const { lines, usual, projects } = head
    ? await forForm(reading, head.reach.record)
    : { lines: [], usual: [], projects: [] }
  const line = lines.find((one) => one.id === id)
  if (!head || !line) return { missing: { type: 'case', id: code } }
  const subject = { type: 'case', id: code, caseId: head.reach.record.id }
  const verdict = mayEndLine(reading.actor, { ...head.reach, line })
  if (!verdict.allowed) return { refused: verdict.reason, subject }
  const draft = await findDraft(reading.tx, reading.actor.userId, verb, one(query, 'draft'))
  const on = dayIn(reading, draft, line)
  const running = projects.filter((project) => runsOn(project, on))
  const kind = kindOf(draft?.values.service?.toString() ?? line.service)
  const view: LineView = { head, draft, from: line, kind, last: undefined, usual, projects: running }
  return { view: { ...view, line }, subject }
}
