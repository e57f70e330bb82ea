import { randomUUID } from 'node:crypto'
import type { FieldErrors } from '@/lib/base/forms/form'
import { daysAfter, isoDayOf } from '@/lib/base/time/days'
import { onCase } from '@/lib/casework/cases/on-case'
import type { CaseRow } from '@/lib/casework/cases/scope'
import { mayFollow } from '@/lib/casework/followups/policy'
import { colleagues } from '@/lib/casework/staff/on-team'
import { appointments } from '@/lib/platform/db/schema'
import { type Ctx, verb } from '@/lib/platform/gate/verb'
import { caseKey, openKeys } from '@/lib/platform/vault/keys'
import { type OpenKey, seal } from '@/lib/platform/vault/seal'
import { ended } from './end-appointment'
import { bookForm, moveForm } from './form'
import { instantAt } from './hour'
import { readersOf } from './kinds'
import { onAppointment } from './scope'
import { opened, type Sealed, sealedPlace } from './sealed'

/** So far ahead an appointment may be booked. */
const AHEAD_DAYS = 366

/** What stands against a day and an hour: from today on, within a year. Error codes by field. PURE. */
function againstDay(heldOn: string, now: Date): FieldErrors {
  if (heldOn === '') return {}
  if (heldOn < isoDayOf(now)) return { heldOn: 'in-past' }
  return heldOn > isoDayOf(daysAfter(now, AHEAD_DAYS)) ? { heldOn: 'too-late' } : {}
}

type New = { sealed: Sealed; key: OpenKey; kind: string | null; startsAt: Date; withId: string | null }
type Before = { movedFrom?: string }

async function insert(ctx: Ctx, record: CaseRow, { sealed, key, ...row }: New & Before): Promise<string> {
  const id = randomUUID()
  const { id: caseId, officeId, sensitivity } = record
  await ctx.tx.insert(appointments).values({
    ...row,
    id,
    caseId,
    officeId,
    sensitivity,
    bookedBy: ctx.actor.userId,
    keyId: key.id,
    words: seal(key, sealedPlace(id), JSON.stringify(sealed)),
  })
  return id
}

/** What stands against the day, and against whoever is said to go along. */
async function against(
  ctx: Ctx,
  record: CaseRow,
  { heldOn, along }: { heldOn: string; along: string },
): Promise<FieldErrors> {
  const team = along === '' ? [] : await colleagues(ctx, record.id)
  const stranger = along !== '' && !team.some(({ id }) => id === along)
  return { ...againstDay(heldOn, ctx.actor.now), ...(stranger && { along: 'not-a-code' }) }
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
    const { kind, heldOn, heldAt, place, along } = values
    const readers = readersOf(kind, ctx.actor.role)
    const key = await caseKey(ctx.tx, { ...record, caseId: record.id }, readers)
    const own = readers !== 'TEAM'
    const id = await insert(ctx, record, {
      key,
      kind: own ? null : kind,
      sealed: own ? { place, kind } : { place },
      startsAt: instantAt(heldOn, heldAt),
      withId: along === '' ? null : along,
    })
    return {
      location: `/cases/${record.code}/follow-ups?done=booked`,
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
    const { row, reach } = on
    const invalid = againstDay(heldOn, ctx.actor.now)
    if (Object.keys(invalid).length > 0) return { invalid }
    const key = (await openKeys(ctx.tx, [row.keyId])).get(row.keyId)
    if (!key) return { invalid: { heldOn: 'not-yours' } }
    const { place, kind } = opened(row, new Map([[key.id, key]]))
    const id = await insert(ctx, reach.record, {
      key,
      kind: row.kind,
      sealed: row.kind === null && kind ? { place, kind } : { place },
      startsAt: instantAt(heldOn, heldAt),
      withId: await stillThere(ctx, reach.record.id, row.withId),
      movedFrom: row.id,
    })
    if (!(await ended(ctx, on, { state: 'MOVED' }))) return { conflict: true }
    return {
      location: `/cases/${reach.record.code}/follow-ups?done=moved`,
      id,
      detail: { appointment: id, moved: row.id },
    }
  },
})

/** Whoever goes along, as long as they are on the team. */
async function stillThere(ctx: Ctx, caseId: string, who: string | null): Promise<string | null> {
  if (!who) return null
  return (await colleagues(ctx, caseId)).some(({ id }) => id === who) ? who : null
}
