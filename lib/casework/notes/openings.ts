import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { isUuid } from '@/lib/base/forms/uuid'
import { onCase } from '@/lib/casework/cases/on-case'
import { mayEndOn } from '@/lib/casework/cases/policy'
import type { CaseInReach } from '@/lib/casework/cases/scope'
import { isWorkedOn } from '@/lib/casework/cases/states'
import type { Actor } from '@/lib/platform/access/actor'
import { caseRoles } from '@/lib/platform/access/roles'
import { type Ctx, verb } from '@/lib/platform/gate/verb'
import { allowed, denied, type Verdict } from '@/lib/platform/gate/verdict'
import { openingAnswerForm, openingForm } from './form'

/**
 * Sealed notes are opened to a colleague of their discipline by two people: one speaks for the discipline (whoever holds the
 * key; a colleague where nobody who holds it is there), one for supervision, in either order. Neither reads by it what they did
 * not read before. The rule itself stands in `app.ask_opening` and `app.answer_opening`; decision record 121.
 */

/**
 * The first half: a member of the team, or whoever supervises the case, also of a file that points at another; that they hold the key, and
 * that somebody works on the known one, is the database's to say. PURE.
 */
export function mayAskOpening(actor: Actor, reach: CaseInReach): Verdict {
  if (actor.role !== 'SUPERVISOR') return mayEndOn(actor, reach, true)
  return isWorkedOn(reach.record) || reach.record.state === 'DUPLICATE' ? allowed : denied('case-not-open')
}

/** Somebody of the team without a key of their discipline: to them it may be opened. */
export type Missing = { id: string; name: string; role: string }

/** To whom this person may open sealed notes of the case: columns id, name, role. */
export const missingHolders = async ({ tx }: Pick<Ctx, 'tx'>, caseId: string): Promise<Missing[]> => [
  ...(await tx.execute<Missing>(sql`select id, name, role from app.missing_holders(${caseId})`)),
]

/** Asks that the sealed notes of a discipline be opened to a colleague of it who is on the case. */
export const askOpening = verb({
  ...onCase,
  name: 'note.ask-opening',
  roles: caseRoles,
  form: openingForm,
  page: ({ code }) => `/cases/${code}/notes/open`,
  policy: mayAskOpening,
  apply: async (ctx, { record }, { successor, openingReason }) => {
    const found = (await missingHolders(ctx, record.id)).find(({ id }) => id === successor)
    if (!found) return { invalid: { successor: 'not-a-code' } }
    const id = randomUUID()
    const [row] = await ctx.tx.execute<{ came: string }>(
      sql`select app.ask_opening(${id}, ${record.id}, ${successor}, ${found.role}, ${openingReason}) as came`,
    )
    if (row?.came === 'waits') return { invalid: { successor: 'waits' } }
    if (row?.came !== 'done') return { invalid: { successor: 'not-a-code' } }
    return {
      location: `/cases/${record.code}/notes?done=asked`,
      id,
      detail: { successor, discipline: found.role, reason: openingReason },
    }
  },
})

/** What waits for somebody's half. Of a case out of their reach they read no code. */
export type Waiting = {
  id: string
  office: string
  compartment: string
  to: string
  by: string
  at: string
  reason: string
  askedAs: string
  code: string | null
  dueAt: string
  endsAt: string
}

/** Openings that wait for this person's own word, soonest due first. */
export const openingsForMe = async ({ tx }: Pick<Ctx, 'tx'>): Promise<Waiting[]> => [
  ...(await tx.execute<Waiting>(sql`select o.id, f.name as office, o.compartment, o.to_name as "to", o.by_name as by,
      o.asked_at as at, o.reason, o.asked_as as "askedAs", o.case_code as code, o.due_at as "dueAt", o.ends_at as "endsAt"
    from app.openings_for_me() o join access.offices f on f.id = o.office_id order by o.due_at, o.id`)),
]

type Asked = { id: string; caseId: string | null; code: string | null; mine: boolean }

/** One opening that waits, for whoever may answer it or take it back. */
async function openingThatWaits(
  { tx, actor }: Ctx,
  { id }: Record<string, string>,
): Promise<Asked | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await tx.execute<Asked>(sql`
    select o.id, (select c.id from app.cases c where c.code = o.case_code) as "caseId", o.case_code as code, false as mine
      from app.openings_for_me() o where o.id = ${id}
    union all select o.id, o.case_id, c.code, true from app.key_openings o join app.cases c on c.id = o.case_id
      where o.id = ${id} and o.asked_by = ${actor.userId} and o.answer is null`)
  return row
}

/** The other half: opened, or refused. Whoever asked takes it back. */
export const answerOpening = verb({
  name: 'note.answer-opening',
  session: 'staff',
  roles: caseRoles,
  form: openingAnswerForm,
  page: () => '/openings',
  scope: openingThatWaits,
  policy: (_, { mine }, { opening }) =>
    mine === (opening === 'TAKEN_BACK') ? allowed : denied('opening-other-half'),
  audit: ({ id = '' }, found) => ({ type: 'opening', id, caseId: found?.caseId ?? null }),
  apply: async ({ tx }, { id, code, mine }, { opening }) => {
    const [row] = await tx.execute<{ came: string }>(
      sql`select app.answer_opening(${id}, ${opening}) as came`,
    )
    if (row?.came === 'moved' || row?.came === 'yours') return { conflict: true }
    const done = row?.came ?? ''
    return {
      location: mine && code ? `/cases/${code}/notes?done=${done}` : `/openings?done=${done}`,
      id,
      detail: { answer: opening },
    }
  },
})
