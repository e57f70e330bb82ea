import { RISK_RULES } from '@/lib/casework/cases/risk-book'
import type { CaseFile, FileReferral, FileTask } from '@/lib/desks/case-file/case-file'
import type { Rating } from '@/lib/desks/case-file/head'
import type { Thing } from '@/lib/desks/case-file/next-things'
import { whyAction } from '@/lib/desks/case-file/why-action'
import { whyCase } from '@/lib/desks/work/why-case'
import { referralLimit, whyReferral, whyTask } from '@/lib/desks/work/why-due'
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

export function whyFileTask(task: FileTask, file: CaseFile, page: Framed): string {
  if (!task.dueAt) return ''
  if (task.plan) return whyAction(task.plan, page)
  const { head, settings } = file
  const [due, opened] = [new Date(task.dueAt), new Date(task.openedAt)]
  const dated = {
    ...task,
    due,
    opened,
    hourKnown: head.clinical?.hourKnown ?? false,
    leftOpen: onlyLeftOpen(task.kind, file),
    because: ruleOfHours(head.rating, due.getTime() - opened.getTime())?.reason[page.locale],
  }
  return whyTask(dated, settings, page)
}

/** A rating that kept the risk as proposed, and left out the restriction alone. */
export const onlyLeftOpen = (kind: string, { head: { rating } }: CaseFile): boolean =>
  kind === 'SEE_LOWER_RISK' && rating !== null && !rating.lowerReason && rating.openReason !== null

/** The first rule of a rating that asks for a first action within this time, in ms. */
const ruleOfHours = (rating: Rating | null, within: number) =>
  RISK_RULES.find(
    ({ id, then }) => rating?.rules.includes(id) && then.first_action_h === Math.round(within / 3_600_000),
  )

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
function promise({ head, alerts, reopenedAt, chosen }: CaseFile) {
  const { risk, askedAt, openedAt, lastContactOn, firstActionAt } = head.reach.record
  const pressing = PRIORITIES.find((one) => alerts.some(({ urgency }) => urgency === one)) ?? null
  return {
    risk,
    askedAt,
    openedAt,
    reopenedAt,
    lastContactOn,
    chosen,
    alertUrgency: firstActionAt ? null : pressing,
  }
}
