import { sql } from 'drizzle-orm'
import { careAsked, careRests } from '@/lib/casework/cases/care-rests'
import { type ChosenJson, chosenJson, readChosen } from '@/lib/casework/cases/chosen-day'
import { correctionPlace, notePlace } from '@/lib/casework/cases/note-place'
import { type MoveSituation, mayMove, mayRecordAnswer } from '@/lib/casework/cases/policy'
import { caseVerbs } from '@/lib/casework/cases/transitions'
import { saidYes } from '@/lib/casework/consents/said-yes'
import { commentPlace } from '@/lib/casework/endings/closing'
import { type Dated, datedJson } from '@/lib/casework/plans/queries'
import { actionPlace } from '@/lib/casework/plans/words'
import type { ReferralState } from '@/lib/casework/referrals/machine/states'
import { inReachedCase, placeOf } from '@/lib/casework/staff/reach'
import { mayOffer, speaksForCase } from '@/lib/casework/transfers/may-offer'
import { referralDue } from '@/lib/desks/work/duties'
import type { Settings } from '@/lib/desks/work/why-due'
import type { Reading } from '@/lib/platform/gate/read'
import { limitSettings } from '@/lib/platform/settings/read'
import { alertsJson, openedAlert, type SealedAlert } from './file-alerts'
import { gapOf } from './gap-of'
import { type CaseHead, caseHead, openText } from './head'

/** One line of the timeline as SQL hands it over. What the fields mean depends on `kind`. */
export type EventRow = {
  kind:
    | 'opened'
    | 'registered'
    | 'note'
    | 'assistance'
    | 'consent'
    | 'withdrawn'
    | 'not-confirmed'
    | 'moved'
    | 'referral'
  id: string
  at: string
  who: string | null
  a: string | null
  b: string | null
  c: string | null
  d: string | null
  e: string | null
}
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
  chosen: ChosenJson
}
export const shownEvents = 20

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
      'subjectType', t.subject_type, 'subjectId', t.subject_id, 'asked', ${careAsked}, 'plan', ${planOfTask}) order by t.due_at nulls last, t.id)
      from app.tasks t where t.case_id = ${id} and t.state = 'OPEN' and not ${careRests}) as tasks,
    ${alertsJson(id)} as alerts, ${chosenJson(reading.actor, id)} as chosen, ${limitSettings} as settings,
    (select max(e.at) from app.case_events e where e.case_id = ${id} and e.verb = 'reopen') as reopened,
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
      /** The last time it was opened again after a closing. */
      reopenedAt: side?.reopened ? new Date(side.reopened) : null,
      /** The day set with the person at the last follow-up that set one. */
      chosen: readChosen(side?.chosen ?? null),
      alerts: (side?.alerts ?? []).map(openedAlert),
      referrals: side?.referrals ?? [],
      events: (side?.events ?? []).slice(0, shownEvents).map((row) => opened(head, row)),
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

/** Everything that happened, newest first, one more than is shown. A note is bytes with its key until it is opened. */
const timeline = ({ actor }: Reading, id: string) => sql`
  select * from (
    select 'opened' as kind, c.id::text, c.opened_at as at, u.name as who, c.source as a, null as b, null as c, null as d, null as e, 0 as rank
      from app.cases c join access.users u on u.id = c.opened_by where c.id = ${id} and ${inReachedCase(actor, placeOf('c', 'id'))}
    -- Whoever opened it: the lead, or a supervisor for the team.
    union all select 'registered', c.id::text, c.registered_at, (select u.name from app.case_events e join access.users u on u.id = e.actor_id
        where e.case_id = c.id and e.verb = 'open' order by e.id limit 1), c.risk, null, null, null, null, 1
      from app.cases c where c.id = ${id} and ${inReachedCase(actor, placeOf('c', 'id'))} and c.registered_at is not null
    -- What it says now: of a corrected note the newest version, of one written in error the reason alone.
    union all (select 'note', n.id::text, n.written_at, u.name, n.compartment, n.key_id::text,
      replace(encode(coalesce(x.body, n.body), 'base64'), E'\n', ''), x.id::text,
      (select w.reason from app.note_changes w where w.note_id = n.id and w.kind = 'IN_ERROR'), 5
      from app.notes n join access.users u on u.id = n.written_by
        left join lateral (select c.id, c.body from app.note_changes c where c.note_id = n.id and c.kind = 'CORRECTED'
          order by c.version desc limit 1) x on true
      where n.case_id = ${id} order by n.written_at desc limit 21)
    union all (select 'assistance', a.id::text, a.given_on::timestamptz + interval '12 hours', u.name, a.service, a.quantity::text,
      a.unit, a.donor, null, 4
      from app.assistance a join access.users u on u.id = a.given_by where a.case_id = ${id} and a.ended_at is null order by a.given_on desc limit 21)
    union all (select 'consent', n.id::text, n.given_at, u.name, n.purpose,
      -- As it was given: that it ended is an event of its own, on the day it ended.
      case when n.status not in ('WITHDRAWN', 'EXPIRED') then n.status when n.giver = 'NONE' then 'NOT_POSSIBLE'
        when n.situation ? 'caregiver' then 'ASSENT' else 'GIVEN' end,
      n.partner_code, n.service, n.mode, 3
      from app.consents n join access.users u on u.id = n.recorded_by where n.case_id = ${id} order by n.given_at desc limit 21)
    union all (select 'withdrawn', n.id::text, n.withdrawn_at, null, n.purpose, null, n.partner_code, n.service, null, 7
      from app.consents n where n.case_id = ${id} and n.withdrawn_at is not null
        and not exists (select from app.consent_confirmations f where f.consent_id = n.id and f.says = 'NO') order by n.withdrawn_at desc limit 21)
    union all (select 'not-confirmed', n.id::text, f.at, u.name, n.purpose, n.confirm_by, n.partner_code, n.service, f.reason, 7
      from app.consent_confirmations f join app.consents n on n.id = f.consent_id join access.users u on u.id = f.by_id
      where f.case_id = ${id} and f.says = 'NO' order by f.at desc limit 21)
    union all (select 'moved', e.id::text, e.at, u.name, e.verb, e.reason,
      coalesce(o.name, (select n.name from app.case_members m join access.users n on n.id = m.user_id
        where e.verb = 'hand-over' and m.case_id = e.case_id and m.capacity = 'LEAD' and m.since = e.at limit 1)), x.partner_code, null, 8
      from app.case_events e left join access.users u on u.id = e.actor_id
        -- To which office, of what was said of an offer in that moment.
        left join app.case_transfers x on x.case_id = e.case_id and e.verb in ('offer-transfer', 'accept-transfer', 'refuse-transfer', 'agency-accepts', 'hand-out')
          and e.at = case e.verb when 'offer-transfer' then x.offered_at when 'hand-out' then x.handed_at else x.answered_at end
        left join access.offices o on o.id = x.to_office
      where e.case_id = ${id} and e.verb not in ('start', 'open') order by e.id desc limit 21)
    -- Another file of the same person, as far as it is in reach.
    union all (select 'moved', e.id::text, e.at, u.name, 'joined', null, d.code, null, null, 8
      from app.cases d join app.case_events e on e.case_id = d.id and e.verb = 'merge' left join access.users u on u.id = e.actor_id
      where d.merged_into = ${id} and ${inReachedCase(actor, placeOf('d', 'id'))} order by e.id desc limit 5)
    union all (select 'referral', r.id::text, v.at, u.name, v.verb, r.partner_code, r.service, v.party || ' ' || v.channel, v.reason, 6
      from app.referral_events v join app.referrals r on r.id = v.referral_id left join access.users u on u.id = v.actor_id
      where r.case_id = ${id} and v.verb not in ('start', 'edit') order by v.at desc, v.id desc limit 21)
  ) merged order by at desc, rank desc limit 21`

/** A note's text in place of its bytes; other lines stay as they are. */
function opened(head: CaseHead, row: EventRow): EventRow {
  if (row.kind !== 'note' || row.b === null || row.c === null) return row
  const place = row.d === null ? notePlace(row.id) : correctionPlace(row.d)
  return { ...row, b: null, c: row.e === null ? (openText(head, row.b, place, row.c) ?? null) : null }
}
