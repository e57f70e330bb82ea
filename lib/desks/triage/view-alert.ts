import { eq } from 'drizzle-orm'
import { findOwnAlert } from '@/lib/casework/alerts/own-alerts'
import { getAlert } from '@/lib/casework/alerts/queries'
import { alikeFiles } from '@/lib/casework/likeness/alike-alert'
import { offices } from '@/lib/platform/db/schema'
import type { Reading } from '@/lib/platform/gate/read'

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
  if (!alert) return { missing: subject }
  // Before it is decided: whether somebody in reach may be the same person.
  const alike = alert.state === 'NEW' ? await alikeFiles(reading, alert) : []
  return {
    view: { code: alert.code, own: undefined, alert, alike },
    subject: { ...subject, caseId: alert.caseId },
  }
}
