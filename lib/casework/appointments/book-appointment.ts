import { and, eq } from 'drizzle-orm'
import type { FieldErrors } from '@/lib/base/forms/form'
import { onCase } from '@/lib/casework/cases/on-case'
import type { CaseRow } from '@/lib/casework/cases/scope'
import { mayFollow } from '@/lib/casework/followups/policy'
import { colleagues } from '@/lib/casework/staff/on-team'
import { inReachedCase } from '@/lib/casework/staff/reach'
import { isCaseworker } from '@/lib/platform/access/roles'
import { assessments } from '@/lib/platform/db/schema'
import { type Ctx, verb } from '@/lib/platform/gate/verb'
import { caseKey, workKey } from '@/lib/platform/vault/keys'
import { againstDay } from './days-ahead'
import { bookForm, moveForm } from './form'
import { instantAt } from './hour'
import { insert } from './insert'
import { isOwn } from './kinds'
import { moved } from './move'
import { hourAsked, plannedFor } from './of-sheet'
import { onAppointment } from './scope'

type Asked = { heldOn: string; along: string; sheet: string }

/** What stands against the day, against whoever is said to go along, and against the assessment that it rests on. */
async function against(ctx: Ctx, record: CaseRow, { heldOn, along, sheet }: Asked): Promise<FieldErrors> {
  const team = along === '' ? [] : await colleagues(ctx, record.id)
  const stranger = along !== '' && !team.some(({ id }) => id === along)
  return {
    ...againstDay(heldOn, ctx.actor.now),
    ...(stranger && { along: 'not-a-code' }),
    ...(sheet !== '' && (await againstSheet(ctx, record, sheet))),
  }
}

/** An hour rests on a finished assessment of one's own discipline that asks for it, once; the case is locked meanwhile. */
async function againstSheet(ctx: Ctx, { id }: CaseRow, sheet: string): Promise<FieldErrors> {
  const { instrument, caseId, state } = assessments
  const [row] = await ctx.tx
    .select({ instrument })
    .from(assessments)
    .where(
      and(
        eq(assessments.id, sheet),
        eq(caseId, id),
        eq(state, 'FINISHED'),
        inReachedCase(ctx.actor, assessments),
      ),
    )
  if (!hourAsked(row?.instrument ?? '', ctx.actor)) return { heldOn: 'no-sheet' }
  return (await plannedFor(ctx, id, sheet)) ? { heldOn: 'in-calendar' } : {}
}

/** A hearing, a check-up, a visit: what, when, where, and who of the team goes along. */
export const bookAppointment = verb({
  ...onCase,
  name: 'appointment.book',
  form: bookForm,
  page: ({ code }) => `/cases/${code}/appointments/new`,
  policy: (actor, reach) => mayFollow(actor, reach),
  doubts: (ctx, { record }, values) => against(ctx, record, values),
  apply: async (ctx, { record }, values) => {
    const invalid = await against(ctx, record, values)
    if (Object.keys(invalid).length > 0) return { invalid }
    const { kind, heldOn, heldAt, place, along, sheet } = values
    const { role } = ctx.actor
    const owner = { ...record, caseId: record.id }
    // What rests on a sealed assessment is as sealed as that, whatever it is.
    const own = isCaseworker(role) && (sheet !== '' || isOwn(kind, role))
    const id = await insert(ctx, record, {
      key: own ? await workKey(ctx.tx, owner, role) : await caseKey(ctx.tx, owner, 'TEAM'),
      kind: own ? null : kind,
      sealed: own ? { place, kind, ...(sheet !== '' && { sheet }) } : { place },
      startsAt: instantAt(heldOn, heldAt),
      withId: along === '' ? null : along,
    })
    return {
      location:
        sheet === ''
          ? `/cases/${record.code}/follow-ups?done=booked`
          : `/cases/${record.code}/assessments/${sheet}?done=booked`,
      id,
      detail: { appointment: id, ...(!own && { kind }) },
    }
  },
})

/** The same on another day: the first stays and says that it was moved. By whoever may know what it is. */
export const moveAppointment = verb({
  ...onAppointment,
  name: 'appointment.move',
  form: moveForm,
  page: ({ code = '', id = '' }) => `/cases/${code}/appointments/${id}/move`,
  doubts: (ctx, _, { heldOn }) => againstDay(heldOn, ctx.actor.now),
  apply: async (ctx, on, { heldOn, heldAt }) => {
    const invalid = againstDay(heldOn, ctx.actor.now)
    if (Object.keys(invalid).length > 0) return { invalid }
    const there = await moved(ctx, on, instantAt(heldOn, heldAt))
    if (there === 'closed') return { invalid: { heldOn: 'not-yours' } }
    if (there === 'overtaken') return { conflict: true }
    return {
      location: `/cases/${on.reach.record.code}/follow-ups?done=moved`,
      id: there.id,
      detail: { appointment: there.id, moved: on.row.id },
    }
  },
})
