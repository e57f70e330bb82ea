import { sql } from 'drizzle-orm'
import { carried, day } from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
import { isUuid, uuid } from '@/lib/base/forms/uuid'
import { isoDayOf } from '@/lib/base/time/days'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import { type Ctx, verb } from '@/lib/platform/gate/verb'
import { allowed } from '@/lib/platform/gate/verdict'

/** Longest absence that is noted at once, in days. */
const LONGEST = 730
const DAY_MS = 86_400_000

/** When somebody is away. Why is not asked. */
export const leaveForm = form({
  noun: 'staff',
  fields: { firstDay: day({ lean: 'future' }), lastDay: day({ lean: 'future' }) },
  check: ({ firstDay, lastDay }): Record<string, string> => {
    if (!firstDay || !lastDay) return {}
    if (lastDay < firstDay) return { lastDay: 'before-first' }
    return Date.parse(lastDay) - Date.parse(firstDay) > LONGEST * DAY_MS ? { lastDay: 'too-late' } : {}
  },
})
export const dropLeaveForm = form({ noun: 'staff', fields: { leave: carried(uuid()) } })

export type Supervised = { id: string; name: string; role: string }

/** Somebody of the casework teams whose office this supervisor supervises; nothing otherwise. */
export async function supervisedColleague(
  { tx }: Pick<Ctx, 'tx'>,
  id: string | undefined,
): Promise<Supervised | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await tx.execute<Supervised>(sql`select u.id, u.name, u.role from access.users u
    where u.id = ${id}::uuid and u.role in ${[...caseworkerRoles]} and access.supervises(u.id)`)
  return row
}

/** A supervisor notes when a colleague is away: hand-overs do not propose them then. Periods that touch become one. */
export const noteLeave = verb({
  name: 'staff.note-leave',
  session: 'staff',
  roles: ['SUPERVISOR'],
  form: leaveForm,
  page: ({ id }) => `/staff/${id}`,
  scope: (ctx, { id }) => supervisedColleague(ctx, id),
  policy: () => allowed,
  audit: ({ id = '' }) => ({ type: 'user', id }),
  apply: async ({ tx, actor }, { id }, { firstDay, lastDay }) => {
    if (lastDay < isoDayOf(actor.now)) return { invalid: { lastDay: 'over' } }
    const [row] = await tx.execute<{ noted: boolean }>(
      sql`select app.note_leave(${id}::uuid, ${firstDay}::date, ${lastDay}::date) as noted`,
    )
    if (!row?.noted) return { invalid: { lastDay: 'too-late' } }
    return { location: `/staff/${id}?done=leave`, id }
  },
})

export const dropLeave = verb({
  name: 'staff.drop-leave',
  session: 'staff',
  roles: ['SUPERVISOR'],
  form: dropLeaveForm,
  page: ({ id }) => `/staff/${id}`,
  scope: (ctx, { id }) => supervisedColleague(ctx, id),
  policy: () => allowed,
  audit: ({ id = '' }) => ({ type: 'user', id }),
  apply: async ({ tx }, { id }, { leave }) => {
    const [row] = await tx.execute<{ dropped: boolean }>(
      sql`select app.drop_leave(${leave}::uuid) as dropped`,
    )
    return row?.dropped ? { location: `/staff/${id}?done=no-leave`, id } : { conflict: true }
  },
})
