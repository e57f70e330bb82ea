import { openingsForMe } from '@/lib/casework/notes/openings'
import type { Reading } from '@/lib/platform/gate/read'

/** Openings of sealed notes that wait for this person's own word. */
export async function viewOpenings(reading: Reading) {
  const rows = await openingsForMe(reading)
  return { view: { rows }, subject: { type: 'opening', id: '' }, detail: { count: rows.length } }
}
