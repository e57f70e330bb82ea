import { eq } from 'drizzle-orm'
import { offices } from '../db/schema'
import type { Reading } from '../read/read'
import { findOwnAlert, getAlert } from './queries'

/** One alert: whole for its supervisor, a slip for who raised it. */
export async function viewAlert(reading: Reading, id: string) {
  const subject = { type: 'alert', id }
  if (reading.actor.role === 'DTM_ENUM') {
    const own = await findOwnAlert(reading, id)
    if (!own) return { missing: subject }
    const [office] = await reading.tx
      .select({ phone: offices.phone })
      .from(offices)
      .where(eq(offices.id, own.officeId))
    return { view: { code: own.code, own, phone: office?.phone ?? '' }, subject }
  }
  const alert = await getAlert(reading, id)
  return alert
    ? { view: { code: alert.code, own: undefined, alert }, subject: { ...subject, caseId: alert.caseId } }
    : { missing: subject }
}
