import { sql } from 'drizzle-orm'
import { isChildOn } from '@/lib/base/time/age-on'
import { isoDayOf } from '@/lib/base/time/days'
import { knownViolence, type ViolenceJson, violenceJson } from '@/lib/casework/assessments/known-violence'
import { RISK_SETTINGS } from '@/lib/casework/cases/risk-book'
import { birthOf } from '@/lib/casework/people/birth'
import { approvalReason } from '@/lib/casework/plans/approval'
import { changesJson } from '@/lib/casework/plans/changes'
import { offeredTemplates, type TemplateChange } from '@/lib/casework/plans/offered'
import { mayAgree, mayDecide, mayGoOn, mayUndo } from '@/lib/casework/plans/policy'
import { openedPlan, type PlanAction, type PlanJson, planJson } from '@/lib/casework/plans/queries'
import { teamJson } from '@/lib/casework/plans/team'
import { commentPlace } from '@/lib/casework/plans/words'
import type { OnTeam } from '@/lib/casework/staff/on-team'
import type { Actor } from '@/lib/platform/access/actor'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { settingsNow } from '@/lib/platform/settings/read'
import { type CaseHead, caseHead, openText } from './head'

const about = (code: string, head: CaseHead) => ({ type: 'case', id: code, caseId: head.reach.record.id })

async function planOf({ tx, actor }: Reading, head: CaseHead) {
  const [row] = await tx.execute<{ plan: PlanJson }>(
    sql`select ${planJson(actor, head.reach.record.id)} as plan`,
  )
  return openedPlan(row?.plan ?? { goals: null, actions: null, approval: null }, head.keys)
}

/** Why the save asks for a supervisor's word, as the settings stand. */
const whyAsked = async (reading: Reading, head: CaseHead) =>
  approvalReason(askingOf(reading, head), await settingsNow(reading.tx, 'plan.asks.'))

const askingOf = ({ actor }: Pick<Reading, 'actor'>, { reach, person }: CaseHead) => ({
  risk: reach.record.risk,
  child: isChildOn(birthOf(person), isoDayOf(actor.now), RISK_SETTINGS.adult_from),
})

const undoable = (actor: Actor, action: PlanAction | undefined): boolean =>
  action !== undefined &&
  mayUndo(actor, { state: action.state, endedAt: action.endedAt ? new Date(action.endedAt) : null })

/** The plan of a case, and what this reader may do in it. `which`: the action that was just done or left. */
export async function viewPlan(reading: Reading, code: string, query: Query) {
  const head = await caseHead(reading, code)
  if (!head) return { missing: { type: 'case', id: code } }
  const { goals, approval } = await planOf(reading, head)
  const { actor } = reading
  const just = goals.flatMap(({ actions }) => actions).find(({ id }) => id === one(query, 'which'))
  const goOn = mayGoOn(actor, head.reach).allowed
  const waits = approval !== null && approval.decided === null
  const comment = approval?.sealed.comment
  return {
    view: {
      head,
      goals,
      approval,
      comment: comment
        ? openText(head, approval.sealed.keyId, commentPlace(approval.id), comment)
        : undefined,
      just: goOn && undoable(actor, just) ? just : undefined,
      may: {
        agree: mayAgree(actor, head.reach).allowed,
        goOn,
        // That nobody decides about what they asked is the verb's to say: a supervisor never asks.
        decide: waits && mayDecide(actor, head.reach, { askedBy: '' }).allowed,
        ask:
          mayAgree(actor, head.reach).allowed &&
          goals.length > 0 &&
          !waits &&
          approval?.decided !== 'APPROVED',
      },
    },
    subject: about(code, head),
  }
}
export type PlanView = Extract<Awaited<ReturnType<typeof viewPlan>>, { view: unknown }>['view']

type ForOffer = { changes: TemplateChange[]; violence: ViolenceJson[] | null }

/** The templates that fit the case now, without what the plan has already. */
export async function prepareAgreeing(reading: Reading, code: string, query: Query) {
  const head = await caseHead(reading, code, {
    beside: (id) =>
      sql`json_build_object('changes', ${changesJson}, 'violence', ${violenceJson(reading.actor, id)})`,
  })
  if (!head) return { missing: { type: 'case', id: code } }
  const subject = about(code, head)
  const verdict = mayAgree(reading.actor, head.reach)
  if (!verdict.allowed) return { refused: verdict.reason, subject }
  const { goals } = await planOf(reading, head)
  const draft = await findDraft(reading.tx, reading.actor.userId, 'plan.agree', one(query, 'draft'))
  const asking = askingOf(reading, head)
  const { changes, violence } = head.beside as ForOffer
  const situation = {
    ...asking,
    concerns: head.person.concerns ?? [],
    restricted: head.reach.record.sensitivity === 'S4',
    gbvTypes: knownViolence(violence),
  }
  const present = goals.flatMap(({ actions }) => actions)
  const standing = goals.flatMap(({ state, template }) => (state === 'OPEN' && template ? [template] : []))
  const offered = offeredTemplates(situation, changes, present)
  // What was read to offer less is sealed: that it was is said in the log.
  const opened = situation.gbvTypes.length > 0 && { detail: { instrument: 'GBV_INCIDENT' } }
  return {
    view: { head, draft, offered, standing, needs: await whyAsked(reading, head) },
    subject,
    ...opened,
  }
}

/** The empty form of a goal of the person's own. */
export async function prepareGoal(reading: Reading, code: string, query: Query) {
  const head = await caseHead(reading, code)
  if (!head) return { missing: { type: 'case', id: code } }
  const subject = about(code, head)
  const verdict = mayAgree(reading.actor, head.reach)
  if (!verdict.allowed) return { refused: verdict.reason, subject }
  const draft = await findDraft(reading.tx, reading.actor.userId, 'plan.add-goal', one(query, 'draft'))
  return { view: { head, draft, needs: await whyAsked(reading, head) }, subject }
}

type OfGoal = { code: string; id: string; form: 'plan.change-goal' | 'plan.add-action'; query: Query }
/** One goal of the plan, for a page that changes it or adds to it. */
export async function prepareOnGoal(reading: Reading, { code, id, form, query }: OfGoal) {
  const beside = form === 'plan.add-action' ? teamJson : undefined
  const head = await caseHead(reading, code, { ...(beside && { beside }) })
  if (!head) return { missing: { type: 'case', id: code } }
  const subject = about(code, head)
  const may = form === 'plan.add-action' ? mayAgree : mayGoOn
  const verdict = may(reading.actor, head.reach)
  if (!verdict.allowed) return { refused: verdict.reason, subject }
  const goal = (await planOf(reading, head)).goals.find((each) => each.id === id)
  if (!goal) return { missing: subject }
  if (form === 'plan.add-action' && goal.state !== 'OPEN') return { refused: 'plan-goal-over', subject }
  const team = (head.beside ?? []) as OnTeam[]
  const draft = await findDraft(reading.tx, reading.actor.userId, form, one(query, 'draft'))
  return { view: { head, draft, goal, team, needs: await whyAsked(reading, head) }, subject }
}

type OfAction = {
  code: string
  id: string
  form?: 'plan.skip' | 'plan.move-date' | 'plan.hand-over'
  query: Query
}
/** One action of the plan; for a page with a question about it only while it is open and somebody may answer. */
export async function prepareAction(reading: Reading, { code, id, form, query }: OfAction) {
  const beside = form === 'plan.hand-over' ? teamJson : undefined
  const head = await caseHead(reading, code, { ...(beside && { beside }) })
  if (!head) return { missing: { type: 'case', id: code } }
  const subject = about(code, head)
  const { actor } = reading
  const { goals } = await planOf(reading, head)
  const goal = goals.find(({ actions }) => actions.some((each) => each.id === id))
  const action = goal?.actions.find((each) => each.id === id)
  if (!goal || !action) return { missing: subject }
  const verdict = mayGoOn(actor, head.reach)
  if (form && !verdict.allowed) return { refused: verdict.reason, subject }
  if (form && action.state !== 'OPEN') return { refused: 'plan-action-over', subject }
  if (form === 'plan.hand-over' && action.owner !== 'US') return { refused: 'plan-not-ours', subject }
  const team = (head.beside ?? []) as OnTeam[]
  const draft = await findDraft(reading.tx, actor.userId, form ?? 'plan.do', one(query, 'draft'))
  return { view: { head, draft, goal, action, team, mayGoOn: verdict.allowed }, subject }
}

/** What a supervisor answers about, when it is not as it should be. */
export async function prepareReturn(reading: Reading, code: string, query: Query) {
  const head = await caseHead(reading, code)
  if (!head) return { missing: { type: 'case', id: code } }
  const subject = about(code, head)
  const { approval } = await planOf(reading, head)
  const waits = approval && approval.decided === null ? { askedBy: '' } : undefined
  const verdict = mayDecide(reading.actor, head.reach, waits)
  if (!verdict.allowed || !approval)
    return { refused: verdict.allowed ? 'plan-not-waiting' : verdict.reason, subject }
  const draft = await findDraft(reading.tx, reading.actor.userId, 'plan.return', one(query, 'draft'))
  return { view: { head, draft, version: approval.version }, subject }
}
