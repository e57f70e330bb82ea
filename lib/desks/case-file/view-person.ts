import { linksOf } from '@/lib/casework/people/household-links'
import type { Reading } from '@/lib/platform/gate/read'
import { viewCaseHead } from './head'

/** The person's facts, and the other files of their household that this reader may open. */
export async function viewPerson(reading: Reading, code: string) {
  const found = await viewCaseHead(reading, code)
  if (!('view' in found)) return found
  const { view: head, ...rest } = found
  return { ...rest, view: { head, links: await linksOf(reading, head.reach.record.id) } }
}
