import { and, eq } from 'drizzle-orm'
import { isoDayOf } from '@/lib/base/time/days'
import { noteContact } from '@/lib/casework/followups/note-contact'
import { appointments } from '@/lib/platform/db/schema'
import { type Applied, type Ctx, verb } from '@/lib/platform/gate/verb'
import { openKeys } from '@/lib/platform/vault/keys'
import { cancelForm, keepForm, missForm } from './form'
import { metThere } from './kinds'
import { mayTell, type OnAppointment, onAppointment } from './scope'
import { opened } from './sealed'

type End = { state: 'KEPT' | 'MISSED' | 'CANCELLED' | 'MOVED'; reason?: string }

/** Ends a planned appointment as one of its states, once. False when somebody was quicker. */
export async function ended({ tx, actor }: Ctx, { row }: OnAppointment, end: End): Promise<boolean> {
  const written = await tx
    .update(appointments)
    .set({ ...end, endedBy: actor.userId, endedAt: actor.now, version: row.version + 1 })
    .where(and(eq(appointments.id, row.id), eq(appointments.version, row.version)))
    .returning({ id: appointments.id })
  return written.length === 1
}

async function end(ctx: Ctx, on: OnAppointment, how: End): Promise<Applied> {
  if (!(await ended(ctx, on, how))) return { conflict: true }
  const { code } = on.reach.record
  const location = `/cases/${code}/follow-ups?done=${how.state.toLowerCase()}`
  return { location, id: on.row.id, detail: { state: how.state, ...(how.reason && { reason: how.reason }) } }
}

const page =
  (word: string) =>
  ({ code = '', id = '' }: Readonly<Record<string, string>>) =>
    `/cases/${code}/appointments/${id}${word}`

/** It took place. Where somebody of ours was there, it is a contact with the person. */
export const keepAppointment = verb({
  ...onAppointment,
  name: 'appointment.keep',
  form: keepForm,
  page: page(''),
  policy: mayTell,
  apply: async (ctx, on) => {
    const { row, reach } = on
    const day = isoDayOf(row.startsAt)
    // What it is, as far as whoever says so reads it: an hour with the psychologist is a contact too.
    const known = opened(row, await openKeys(ctx.tx, [row.keyId]))
    const noted =
      !metThere({ ...row, kind: known.kind }) ||
      (await noteContact(ctx, reach.record, { on: day, met: false }))
    return noted ? end(ctx, on, { state: 'KEPT' }) : { conflict: true }
  },
})

/** The day went by without it, and why. */
export const missAppointment = verb({
  ...onAppointment,
  name: 'appointment.miss',
  form: missForm,
  page: page('/miss'),
  policy: mayTell,
  apply: (ctx, on, { missedFor }) => end(ctx, on, { state: 'MISSED', reason: missedFor }),
})

/** It will not take place, and why. */
export const cancelAppointment = verb({
  ...onAppointment,
  name: 'appointment.cancel',
  form: cancelForm,
  page: page('/cancel'),
  apply: (ctx, on, { cancelledFor }) => end(ctx, on, { state: 'CANCELLED', reason: cancelledFor }),
})
