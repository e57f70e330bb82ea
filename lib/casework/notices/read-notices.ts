import { sql } from 'drizzle-orm'
import { isUuid } from '@/lib/base/forms/uuid'
import { caseRoles } from '@/lib/platform/access/roles'
import { verb } from '@/lib/platform/gate/verb'
import { allowed } from '@/lib/platform/gate/verdict'
import { openNoticeForm } from './forms'

/** One of one's own is opened: it is read, and leads to what it is about, whose page decides again who reads it. */
export const openNotice = verb({
  name: 'notice.open',
  session: 'staff',
  roles: caseRoles,
  form: openNoticeForm,
  page: () => '/notices',
  scope: async ({ tx }, { id }) => {
    if (!isUuid(id)) return undefined
    const [row] = await tx.execute<{ id: string; referral: string }>(
      sql`select n.id, n.referral_id as referral from app.notices n where n.id = ${id}`,
    )
    return row
  },
  policy: () => allowed,
  audit: ({ id = '' }) => ({ type: 'notice', id }),
  apply: async ({ tx }, { id, referral }) => {
    await tx.execute(sql`select app.read_notices(${id}::uuid)`)
    return { location: `/referrals/${referral}` }
  },
})

/** All of one's own are put aside at once. */
export const readNotices = verb({
  name: 'notice.read-all',
  session: 'staff',
  roles: caseRoles,
  form: openNoticeForm,
  page: () => '/notices',
  scope: async () => ({}),
  policy: () => allowed,
  audit: () => ({ type: 'notice', id: '' }),
  apply: async ({ tx }) => {
    const [row] = await tx.execute<{ read: number }>(sql`select app.read_notices(null) as read`)
    return { location: '/notices?done=read', detail: { count: row?.read ?? 0 } }
  },
})
