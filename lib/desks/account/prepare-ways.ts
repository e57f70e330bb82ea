import { sql } from 'drizzle-orm'
import type { RawValues } from '@/lib/base/forms/form'
import type { About } from '@/lib/casework/notices/rules'
import { env } from '@/lib/platform/env/env'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'

/** How whoever asks, or their base, is told of what, and whether the last message arrived. */
export async function prepareWays({ tx, actor }: Reading, verb: string, query: Query) {
  const [row] = await tx.execute<{
    phone: string
    ways: Partial<Record<About, string>>
    failed: boolean
    night: boolean
  }>(sql`select * from app.my_notice_choices()`)
  const subject = { type: 'notice-choice', id: '' }
  if (!row) return { missing: subject }
  const ways = Object.entries(row.ways).map(([about, way]) => [about.toLowerCase(), way])
  return {
    view: {
      values: {
        phone: row.phone,
        night: row.night ? 'ANY' : 'MORNING',
        ...Object.fromEntries(ways),
      } as RawValues,
      failed: row.failed,
      leaves: { mail: env().mail !== undefined, sms: env().sms !== undefined },
      draft: await findDraft(tx, actor.userId, verb, one(query, 'draft')),
      done: one(query, 'done') === 'kept',
    },
    subject,
  }
}
