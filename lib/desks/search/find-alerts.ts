import { and, inArray, sql } from 'drizzle-orm'
import { whence } from '@/lib/casework/alerts/queries'
import { within } from '@/lib/casework/alerts/within'
import { alerts } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { type Asked, wantedOf } from './read-query'

/** Waiting alerts in which a name or a number answers; further ones are found by saying more. */
const MOST_ALERTS = 20

export async function findAlerts({ tx, actor }: Ctx, asked: Asked) {
  if (actor.role !== 'SUPERVISOR') return []
  const found = sql`select found.id from app.find_alerts(${sql.param(wantedOf(asked, 'open'))}::text[], ${MOST_ALERTS}) as found(id)`
  return tx
    .select({
      id: alerts.id,
      code: alerts.code,
      place: whence,
      sex: alerts.sex,
      age: alerts.age,
      ageEstimated: alerts.ageEstimated,
      raisedAt: alerts.raisedAt,
    })
    .from(alerts)
    .where(and(inArray(alerts.id, sql`(${found})`), within(actor)))
    .orderBy(alerts.dueAt, alerts.id)
}
