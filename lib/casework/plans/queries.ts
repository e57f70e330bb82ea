import { type SQL, sql } from 'drizzle-orm'
import { placeOf } from '@/lib/casework/staff/reach'
import type { Actor } from '@/lib/platform/access/actor'
import type { OpenKey } from '@/lib/platform/vault/seal'
import type { DueBy } from './due-dates'
import type { Owner } from './templates'
import { within } from './within'
import { openAction, openGoal } from './words'

/** Bytes inside JSON. */
type B64 = string | null
/** How an action's date came about; what its explanation is told from. */
export type Dated = {
  dueAt: string
  dueBy: DueBy | 'CHOSEN'
  hours: number | null
  days: number | null
  limitRisk: string | null
  from: string
  risk: string | null
  movedReason: string | null
  redatedAt: string | null
}
type ActionJson = Dated & {
  id: string
  goalId: string
  template: string | null
  owner: Owner
  holder: string | null
  handedBy: string | null
  service: string | null
  keyId: string
  words: B64
  state: 'OPEN' | 'DONE' | 'SKIPPED'
  doneOn: string | null
  skipReason: string | null
  endedBy: string | null
  endedAt: string | null
  version: number
  referral: { id: string; state: string; partner: string } | null
}
type GoalJson = {
  id: string
  template: string | null
  place: number
  state: 'OPEN' | 'MET' | 'LEFT'
  endedOn: string | null
  agreedOn: string
  keyId: string
  words: B64
  version: number
}
type ApprovalJson = {
  id: string
  askedBy: string
  askedAt: string
  dueAt: string
  decided: 'APPROVED' | 'RETURNED' | null
  decidedBy: string | null
  decidedAt: string | null
  keyId: string
  comment: B64
  version: number
}
export type PlanJson = {
  goals: GoalJson[] | null
  actions: ActionJson[] | null
  approval: ApprovalJson | null
}

export type PlanAction = Omit<ActionJson, 'words' | 'keyId'> & { text: string }
export type PlanGoal = Omit<GoalJson, 'words' | 'keyId'> & {
  title: string
  said: string
  actions: PlanAction[]
}
export type PlanApproval = Omit<ApprovalJson, 'comment' | 'keyId'> & {
  sealed: { keyId: string; comment: B64 }
}

const bytes = (column: string) => sql.raw(`replace(encode(${column}, 'base64'), E'\\n', '')`)

/** How the date of an action `a` came about, as one JSON object. */
export const datedJson =
  sql.raw(`json_build_object('dueAt', a.due_at, 'dueBy', a.due_by, 'hours', a.limit_hours, 'days', a.limit_days,
  'limitRisk', a.limit_risk, 'from', a.counted_from, 'risk', a.risk, 'movedReason', a.moved_reason, 'redatedAt', a.redated_at)`)

/** The newest referral of this service: it shows how far an action at a partner is. A draft of one counts too. */
const referralOf =
  sql.raw(`(select json_build_object('id', r.id, 'state', r.state, 'partner', r.partner_code) from app.referrals r
  where a.owner = 'PARTNER' and r.case_id = a.case_id and r.service = a.service and r.last_at >= a.agreed_on - interval '31 days'
  order by r.state in ('CANCELLED', 'CONSENT_WITHDRAWN'), r.last_at desc, r.id limit 1)`)

/** The plan of a case inside the reader's reach, as one JSON value; sealed words as bytes. */
export const planJson = (actor: Actor, caseId: string): SQL<PlanJson> => sql`(select json_build_object(
  'goals', (select json_agg(json_build_object('id', g.id, 'template', g.template, 'place', g.place, 'state', g.state, 'endedOn', g.ended_on,
      'agreedOn', g.agreed_on, 'keyId', g.key_id, 'words', ${bytes('g.words')}, 'version', g.version) order by g.place, g.added_at, g.id)
    from app.plan_goals g where g.case_id = ${caseId} and ${within(actor, placeOf('g'))}),
  'actions', (select json_agg((${datedJson})::jsonb || jsonb_build_object('id', a.id, 'goalId', a.goal_id, 'template', a.template, 'owner', a.owner,
      'holder', h.name, 'handedBy', b.name, 'service', a.service, 'keyId', a.key_id, 'words', ${bytes('a.words')}, 'state', a.state,
      'doneOn', a.done_on, 'skipReason', a.skip_reason, 'endedBy', e.name, 'endedAt', a.ended_at, 'version', a.version, 'referral', ${referralOf})
      order by a.due_at, a.id)
    from app.plan_actions a left join access.users h on h.id = a.holder_id left join access.users b on b.id = a.handed_by
      left join access.users e on e.id = a.ended_by where a.case_id = ${caseId} and ${within(actor, placeOf('a'))}),
  'approval', (select json_build_object('id', p.id, 'askedBy', u.name, 'askedAt', p.asked_at, 'dueAt', p.due_at, 'decided', p.decided,
      'decidedBy', d.name, 'decidedAt', p.decided_at, 'keyId', p.key_id, 'comment', ${bytes('p.comment')}, 'version', p.version)
    from app.plan_approvals p join access.users u on u.id = p.asked_by left join access.users d on d.id = p.decided_by
    where p.case_id = ${caseId} and ${within(actor, placeOf('p'))} order by p.asked_at desc, p.id limit 1)))`

const buffer = (text: B64): Buffer | null => (text === null ? null : Buffer.from(text, 'base64'))

/** Goals in the person's order, each with its actions by date; words opened with the reader's keys. PURE. */
export function openedPlan({ goals, actions, approval }: PlanJson, keys: ReadonlyMap<string, OpenKey>) {
  const all = (actions ?? []).map(
    ({ words, keyId, ...one }): PlanAction => ({
      ...one,
      text: openAction(keys.get(keyId), one.id, buffer(words)),
    }),
  )
  return {
    goals: (goals ?? []).map(
      ({ words, keyId, ...goal }): PlanGoal => ({
        ...goal,
        ...openGoal(keys.get(keyId), goal.id, buffer(words)),
        actions: all.filter(({ goalId }) => goalId === goal.id),
      }),
    ),
    approval: approval && openedApproval(approval),
  }
}

const openedApproval = ({ keyId, comment, ...rest }: ApprovalJson): PlanApproval => ({
  ...rest,
  sealed: { keyId, comment },
})
