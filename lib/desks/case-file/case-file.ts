import { sql } from 'drizzle-orm'
import { suicideAssessedJson } from '@/lib/casework/assessments/suicide-assessed'
import { careAsked, careRests } from '@/lib/casework/cases/care-rests'
import { type ChosenJson, chosenJson, readChosen } from '@/lib/casework/cases/chosen-day'
import { type MoveSituation, mayMove, mayRecordAnswer } from '@/lib/casework/cases/policy'
import { caseVerbs } from '@/lib/casework/cases/transitions'
import { saidYes } from '@/lib/casework/consents/said-yes'
import { commentPlace } from '@/lib/casework/endings/closing'
import { type Dated, datedJson } from '@/lib/casework/plans/queries'
import { actionPlace } from '@/lib/casework/plans/words'
import type { ReferralState } from '@/lib/casework/referrals/machine/states'
import { taskDetail } from '@/lib/casework/tasks/detail'
import { mayOffer, speaksForCase } from '@/lib/casework/transfers/may-offer'
import { referralDue } from '@/lib/desks/work/duties'
import type { Settings } from '@/lib/desks/work/why-due'
import type { Reading } from '@/lib/platform/gate/read'
import { limitSettings } from '@/lib/platform/settings/read'
import { alertsJson, openedAlert, type SealedAlert } from './file-alerts'
import { gapOf } from './gap-of'
import { type CaseHead, caseHead, openText } from './head'
import { type EventRow, openedEvent, shownEvents, timeline } from './timeline'

export type FileReferral = {
  id: string
  partner: string
  service: string
  state: ReferralState
  reason: string | null
  dueAt: string | null
  dueKind: string | null
  replaced: boolean
  priority: string
  /** When it was handed in, sent, answered and settled: from where its clocks are counted. */
  moments: (string | null)[]
}
/** Somebody is in danger, in a code; what the note says stays with its discipline. */
export type FileFlag = { id: string; code: string; discipline: string; by: string; at: string; mine: boolean }
/** Its words are bytes until they are opened. */
export type FilePlanAction = Dated & {
  template: string | null
  text: string
  keyId: string
  words: string | null
}
/** Open work of ours on this case. */
export type FileTask = {
  id: string
  kind: string
  reason: string | null
  dueAt: string | null
  openedAt: string
  /** Of the referral it is about. */
  priority: string | null
  subjectType: string
  subjectId: string
  /** The referral by which this care is asked for and not answered yet. */
  asked: string | null
  /** Which one, where the kind leaves that open. */
  detail: string | null
  /** Of an action of the plan: what it is called, and how its date came about. */
  plan: FilePlanAction | null
}

/** What the supervisor wrote when a closing came back, while its task is open. */
export type Returned = { taskId: string; by: string; at: string; words: string }
type SealedReturn = Omit<Returned, 'words'> & { id: string; keyId: string; comment: string }

/** The newest offer of the case to others: it waits, or it was refused and that is still a task. */
export type FileTransfer = {
  id: string
  state: string
  version: number
  kind: string
  /** The office by name, or the agency by its code. */
  to: string
  at: string
  until: string
  by: string
  refusal: string | null
  /** Who recorded the answer. */
  answeredBy: string | null
}

type Side = {
  transfer: FileTransfer | null
  returned: SealedReturn | null
  flags: FileFlag[] | null
  tasks: FileTask[] | null
  alerts: SealedAlert[] | null
  team: { name: string; role: string; capacity: string }[] | null
  referrals: FileReferral[] | null
  events: EventRow[] | null
  settings: Settings | null
  reopened: string | null
  assessed: string | null
  chosen: ChosenJson
}
/** One case page: three statements in all, the third brings the team, referrals and 20 newest events. */
export async function viewCase(reading: Reading, code: string) {
  const subject = { type: 'case', id: code }
  const head = await caseHead(reading, code)
  if (!head) return { missing: subject }
  const { id } = head.reach.record
  const [side] = await reading.tx.execute<Side>(sql`select
    (select json_agg(json_build_object('name', u.name, 'role', u.role, 'capacity', m.capacity) order by m.capacity, u.name)
      from app.case_members m join access.users u on u.id = m.user_id where m.case_id = ${id} and m.until is null) as team,
    (select json_agg(json_build_object('id', r.id, 'partner', r.partner_code, 'service', r.service, 'state', r.state,
      'reason', r.reason, 'dueAt', ${referralDue}, 'dueKind', r.due_kind,
      'priority', r.priority, 'moments', json_build_array(r.submitted_at, r.sent_at, r.answered_at, r.settled_at, r.last_at),
      'replaced', exists (select from app.referrals n where n.previous_id = r.id)) order by r.last_at desc)
      from app.referrals r where r.case_id = ${id}) as referrals,
    (select json_agg(json_build_object('id', d.id, 'code', d.code, 'discipline', d.discipline, 'by', u.name, 'at', d.raised_at,
      'mine', d.discipline = ${reading.actor.role}) order by d.raised_at desc)
      from app.danger_flags d join access.users u on u.id = d.raised_by where d.case_id = ${id} and d.lowered_at is null) as flags,
    (select json_agg(json_build_object('id', t.id, 'kind', t.kind, 'reason', t.reason, 'dueAt', coalesce(t.due_at, t.opened_at), 'openedAt', t.opened_at,
      'priority', (select r.priority from app.referrals r where r.id = t.subject_id),
      'subjectType', t.subject_type, 'subjectId', t.subject_id, 'asked', ${careAsked}, 'plan', ${planOfTask}, 'detail', ${taskDetail}) order by t.due_at nulls last, t.id)
      from app.tasks t where t.case_id = ${id} and t.state = 'OPEN' and not ${careRests}) as tasks,
    ${alertsJson(id)} as alerts, ${chosenJson(reading.actor, id)} as chosen, ${limitSettings} as settings,
    (select max(e.at) from app.case_events e where e.case_id = ${id} and e.verb = 'reopen') as reopened,
    ${suicideAssessedJson(reading.actor, id)} as assessed,
    (select json_build_object('id', x.id, 'taskId', t.id, 'by', u.name, 'at', x.decided_at, 'keyId', x.key_id,
        'comment', replace(encode(x.comment, 'base64'), E'\n', ''))
      from app.tasks t join app.case_closings x on x.case_id = t.case_id and x.decided = 'RETURNED'
        join access.users u on u.id = x.decided_by
      where t.case_id = ${id} and t.kind = 'CLOSURE_RETURNED' and t.state = 'OPEN' order by x.decided_at desc limit 1) as returned,
    (select json_build_object('id', x.id, 'state', x.state, 'version', x.version, 'kind', x.kind, 'to', coalesce(o.name, x.partner_code), 'at', x.offered_at,
        'until', x.answer_by, 'by', u.name, 'refusal', x.refusal, 'answeredBy', x.answered_by)
      from app.case_transfers x left join access.offices o on o.id = x.to_office join access.users u on u.id = x.offered_by
      where x.case_id = ${id} order by x.offered_at desc limit 1) as transfer,
    (select json_agg(line order by line.at desc, line.rank desc) from (${timeline(reading, id)}) line) as events`)
  const moves = caseVerbs.filter((verb) => mayMove(verb, reading.actor, situationOf(head)).allowed)
  return {
    view: {
      head,
      moves,
      gap: moves.includes('open') ? await gapOf(reading, head) : null,
      mayTransfer: mayOffer(reading.actor, { ...head.reach, offered: head.offered }).allowed,
      maySpeak: speaksForCase(reading.actor, head.reach),
      transfer: side?.transfer ?? undefined,
      mayAgree: mayRecordAnswer(reading.actor, head.reach).allowed && !saidYes(head.consents),
      returned: side?.returned ? openedReturn(head, side.returned) : undefined,
      team: side?.team ?? [],
      flags: side?.flags ?? [],
      tasks: (side?.tasks ?? []).map((task) => openedTask(head, task)),
      settings: side?.settings ?? {},
      /** When a danger of suicide was last assessed. */
      assessedAt: side?.assessed ? new Date(side.assessed) : null,
      /** The last time it was opened again after a closing. */
      reopenedAt: side?.reopened ? new Date(side.reopened) : null,
      /** The day set with the person at the last follow-up that set one. */
      chosen: readChosen(side?.chosen ?? null),
      alerts: (side?.alerts ?? []).map(openedAlert),
      referrals: side?.referrals ?? [],
      events: (side?.events ?? []).slice(0, shownEvents).map((row) => openedEvent(head, row)),
      more: (side?.events ?? []).length > shownEvents,
    },
    subject: { ...subject, caseId: id },
  }
}
export type CaseFile = Extract<Awaited<ReturnType<typeof viewCase>>, { view: unknown }>['view']

const situationOf = (head: CaseHead): MoveSituation => ({
  ...head.reach,
  askedBy: head.reach.record.closureAskedBy,
  agreed: saidYes(head.consents),
})

/** The action that a task `t` is about. */
const planOfTask = sql`case t.kind when 'PLAN_ACTION' then (select (${datedJson})::jsonb || jsonb_build_object('template', a.template,
  'keyId', a.key_id, 'words', replace(encode(a.words, 'base64'), E'\n', '')) from app.plan_actions a where a.id = t.subject_id) end`

function openedTask(head: CaseHead, task: FileTask): FileTask {
  if (!task.plan) return task
  const { keyId, words } = task.plan
  const text = words ? (openText(head, keyId, actionPlace(task.subjectId), words) ?? '') : ''
  return { ...task, plan: { ...task.plan, text } }
}

const openedReturn = (head: CaseHead, { id, keyId, comment, ...rest }: SealedReturn): Returned => ({
  ...rest,
  words: openText(head, keyId, commentPlace(id), comment) ?? '',
})
