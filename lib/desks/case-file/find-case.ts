import { caseInReach } from '@/lib/casework/cases/scope'
import { parseCode } from '@/lib/casework/numbers/case-code'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'

/** What the search box found. What was typed is not logged unless it is a case code: it may be a name. */
export async function findCase(reading: Reading, query: Query) {
  const typed = (one(query, 'q') ?? '').trim()
  const code = parseCode(typed)
  const found = code ? await caseInReach(reading, code) : undefined
  return {
    view: { typed, code, found: found?.record.code },
    subject: { type: 'search', id: code ?? '', caseId: found?.record.id ?? null },
    detail: { hits: found ? 1 : 0 },
  }
}
