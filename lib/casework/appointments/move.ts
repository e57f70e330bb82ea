import { colleagues } from '@/lib/casework/staff/on-team'
import type { Ctx } from '@/lib/platform/gate/verb'
import { openKeys } from '@/lib/platform/vault/keys'
import { ended } from './end-appointment'
import { insert } from './insert'
import type { OnAppointment } from './scope'
import { opened } from './sealed'

/** The same at another time: what it is, where, with whom and on what it rests go along. Its new id, or why it stays. */
export async function moved(
  ctx: Ctx,
  on: OnAppointment,
  startsAt: Date,
): Promise<{ id: string } | 'closed' | 'overtaken'> {
  const { row, reach } = on
  const key = (await openKeys(ctx.tx, [row.keyId])).get(row.keyId)
  if (!key) return 'closed'
  const { place, kind, sheet } = opened(row, new Map([[key.id, key]]))
  const id = await insert(ctx, reach.record, {
    key,
    kind: row.kind,
    sealed: { place, ...(row.kind === null && kind && { kind }), ...(sheet && { sheet }) },
    startsAt,
    withId: await stillThere(ctx, reach.record.id, row.withId),
    movedFrom: row.id,
  })
  return (await ended(ctx, on, { state: 'MOVED' })) ? { id } : 'overtaken'
}

/** Whoever goes along, as long as they are on the team. */
async function stillThere(ctx: Ctx, caseId: string, who: string | null): Promise<string | null> {
  if (!who) return null
  return (await colleagues(ctx, caseId)).some(({ id }) => id === who) ? who : null
}
