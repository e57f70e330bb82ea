import { byKind } from '@/lib/casework/assistance/kinds'
import { listAssistance, standingOf } from '@/lib/casework/assistance/queries'
import { totalsOf } from '@/lib/casework/assistance/totals'
import { everybodyReached } from '@/lib/casework/assistance/whom'
import type { Reading } from '@/lib/platform/gate/read'
import { caseHead } from './head'

/** Help given on a case: what stands, by kind; what it comes to; whom it reached; and what was corrected or cancelled. */
export async function viewAssistance(reading: Reading, code: string) {
  const head = await caseHead(reading, code)
  if (!head) return { missing: { type: 'case', id: code } }
  const { id } = head.reach.record
  const lines = await listAssistance(reading, id)
  const standing = standingOf(lines)
  const view = {
    head,
    lines,
    groups: byKind(standing),
    totals: totalsOf(standing),
    reached: everybodyReached(standing),
    ended: lines.filter(({ endedAt }) => endedAt !== null),
  }
  return { view, subject: { type: 'case', id: code, caseId: id } }
}
export type AssistanceView = Extract<Awaited<ReturnType<typeof viewAssistance>>, { view: unknown }>['view']
