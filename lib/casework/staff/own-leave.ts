import { sql } from 'drizzle-orm'
import { form } from '@/lib/base/forms/form'
import type { Role } from '@/lib/platform/access/roles'
import { type Ctx, verb } from '@/lib/platform/gate/verb'
import { allowed } from '@/lib/platform/gate/verdict'
import { leaveForm } from './leaves'

export const backForm = form({ noun: 'staff', fields: {} })

const own = {
  session: 'partner' as const,
  roles: ['PARTNER_FP'] as readonly Role[],
  page: () => '/inbox/absence',
  scope: async ({ actor }: Ctx) => ({ id: actor.userId }),
  policy: () => allowed,
  audit: () => ({ type: 'user', id: '' }),
}

/** A focal point says when they are away: colleagues take what they had in hand, and the teams read that somebody else answers. */
export const noteOwnLeave = verb({
  ...own,
  name: 'staff.note-own-leave',
  form: leaveForm,
  apply: async ({ tx }, _, { firstDay, lastDay }) => {
    const [row] = await tx.execute<{ noted: boolean }>(
      sql`select app.note_own_leave(${firstDay}::date, ${lastDay}::date) as noted`,
    )
    return row?.noted ? { location: '/inbox/absence?done=leave' } : { invalid: { lastDay: 'not-these' } }
  },
})

/** Back, or never gone. */
export const dropOwnLeave = verb({
  ...own,
  name: 'staff.drop-own-leave',
  form: backForm,
  apply: async ({ tx }) => {
    await tx.execute(sql`select app.drop_own_leave()`)
    return { location: '/inbox/absence?done=no-leave' }
  },
})
