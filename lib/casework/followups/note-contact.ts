import { isoDayOf } from '@/lib/base/time/days'
import { meetCare } from '@/lib/casework/cases/care'
import { meets } from '@/lib/casework/cases/meets'
import type { CaseRow } from '@/lib/casework/cases/scope'
import { touchCase } from '@/lib/casework/cases/touch-case'
import type { Ctx } from '@/lib/platform/gate/verb'

/**
 * The person was heard on this day: the next contact is counted from it. Met as well, it may be the first action, and ends the
 * work that waits for a meeting; a call is neither. False when somebody was quicker.
 */
export async function noteContact(
  ctx: Ctx,
  record: CaseRow,
  { on, met }: { on: string; met: boolean },
): Promise<boolean> {
  if (!met) return touchCase(ctx, record, { contactOn: on })
  const asked = isoDayOf(record.askedAt ?? record.openedAt)
  const done = { by: 'meeting', on, asked } as const
  await meetCare(ctx, record.id, done)
  return touchCase(ctx, record, { contactOn: on, acted: meets(done).firstAction })
}
