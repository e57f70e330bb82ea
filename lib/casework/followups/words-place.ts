import type { CaseRow } from '@/lib/casework/cases/scope'
import type { Tx } from '@/lib/platform/db/client'
import { caseKey } from '@/lib/platform/vault/keys'
import { seal } from '@/lib/platform/vault/seal'

type Table = 'app.follow_ups' | 'app.case_reviews'

/** Where the words beside a follow-up or a review are sealed. */
export const wordsPlace = (table: Table, row: string) => ({ table, column: 'words', row })

type Sealed = { keyId: string; words: Buffer } | { keyId: null; words: null }

/** Words for the team, sealed with its key; nothing written, nothing kept. */
export async function sealedWords(
  tx: Tx,
  { id: caseId, officeId, sensitivity }: CaseRow,
  { table, row, words }: { table: Table; row: string; words: string },
): Promise<Sealed> {
  if (words === '') return { keyId: null, words: null }
  const key = await caseKey(tx, { caseId, officeId, sensitivity }, 'TEAM')
  return { keyId: key.id, words: seal(key, wordsPlace(table, row), words) }
}
