import { orphanOf } from '@/lib/casework/cases/take-over'
import type { Reading } from '@/lib/platform/gate/read'

/** What the deputy may know before taking a restricted case on: that something waits, and until when. */
export async function prepareTakeOver(reading: Reading, id: string) {
  const orphan = await orphanOf(reading, id)
  const subject = { type: 'case', id }
  if (!orphan) return { missing: subject }
  return {
    view: { id, waits: orphan.what, dueAt: orphan.dueAt ? new Date(orphan.dueAt) : null },
    subject: { ...subject, caseId: id },
  }
}
