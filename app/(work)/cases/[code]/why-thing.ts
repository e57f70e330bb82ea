import type { CaseFile, FileReferral, FileTask } from '@/lib/desks/case-file/case-file'
import type { Thing } from '@/lib/desks/case-file/next-things'
import { referralLimit, whyCase, whyReferral, whyTask } from '@/lib/desks/work/why-due'
import { PRIORITIES } from '@/lib/engines/clocks/rules'
import type { Framed } from './case-frame'

/** Why one of the next things is due when it is: which limit, by which rule, from when. Nothing for what has no date. */
export function whyThing(
  { at, dueKind, task, referral }: Omit<Thing, 'key' | 'button' | 'href'>,
  file: CaseFile,
  page: Framed,
): string {
  if (!at) return ''
  if (task) return whyFileTask(task, file, page)
  if (referral) return whyFileReferral(referral, file, page)
  return dueKind ? whyCase({ kind: dueKind, due: at, ...promise(file) }, page) : ''
}

export function whyFileTask(task: FileTask, { head, settings }: CaseFile, page: Framed): string {
  if (!task.dueAt) return ''
  const dated = {
    ...task,
    due: new Date(task.dueAt),
    opened: new Date(task.openedAt),
    hourKnown: head.clinical?.hourKnown ?? false,
  }
  return whyTask(dated, settings, page)
}

/** What its clock says, unless what its reason asks for is sooner: then that is the task's to say. */
function whyFileReferral(referral: FileReferral, file: CaseFile, page: Framed): string {
  const { dueAt, dueKind, priority, moments } = referral
  if (!dueAt) return ''
  const sooner = file.tasks.find(({ subjectId, dueAt: at }) => subjectId === referral.id && at === dueAt)
  if (sooner) return whyFileTask(sooner, file, page)
  const known = moments.map((one) => (one ? new Date(one) : null))
  const limit = dueKind && referralLimit(file.settings, priority, dueKind)
  return limit
    ? whyReferral({ kind: dueKind, due: new Date(dueAt), priority, limit, moments: known }, page)
    : ''
}

/** What the case's own promise is counted by. */
function promise({ head, alerts }: CaseFile) {
  const { risk, askedAt, openedAt, lastContactOn, firstActionAt } = head.reach.record
  const pressing = PRIORITIES.find((one) => alerts.some(({ urgency }) => urgency === one)) ?? null
  return { risk, askedAt, openedAt, lastContactOn, alertUrgency: firstActionAt ? null : pressing }
}
