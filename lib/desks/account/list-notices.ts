import { sql } from 'drizzle-orm'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'

export type NoticeRow = {
  id: string
  event: string
  /** Which limit passed, where one did. */
  clock: string | null
  referral: string
  code: string
  at: string
  read: boolean
}

/**
 * What one was told in thirty days, newest first, while it may still be read: by the policies of what it is about. As many as the
 * frame counts at most. One statement.
 */
export async function listNotices({ tx }: Reading, query: Query) {
  const rows = await tx.execute<NoticeRow>(sql`
    select n.id, n.event, n.clock, n.referral_id as referral, k.code, n.made_at as at, n.read_at is not null as read
    from (select * from app.my_notices()) n join app.referrals r on r.id = n.referral_id join app.cases k on k.id = r.case_id
    order by n.made_at desc, n.id`)
  const unread = rows.filter((row) => !row.read)
  const all = one(query, 'tab') === 'all'
  return {
    view: {
      all,
      rows: all ? [...rows] : unread,
      counts: { unread: unread.length, all: rows.length },
      done: one(query, 'done') === 'read',
    },
    subject: { type: 'notice', id: '' },
    detail: { count: rows.length },
  }
}
