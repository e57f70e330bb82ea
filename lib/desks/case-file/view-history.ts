import { changesOf, isMark } from '@/lib/casework/history/changes'
import { partIn } from '@/lib/casework/history/parts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { viewCaseHead } from './head'

/** What was changed on a case, or on one part of its file (`of`), newest first; `before` leads to older saves. */
export async function viewHistory(reading: Reading, code: string, query: Query) {
  const found = await viewCaseHead(reading, code)
  if (!('view' in found)) return found
  const { view: head, ...rest } = found
  const { keys, reach } = head
  const of = partIn(one(query, 'of'))
  const mark = one(query, 'before')
  const before = isMark(mark) ? mark : undefined
  const changes = await changesOf(reading, { caseId: reach.record.id, keys, of, before })
  // Without a part the page names what changed and no name: the log tells reads of names apart.
  return { ...rest, ...(of && { detail: { of } }), view: { head, of, before, ...changes } }
}
