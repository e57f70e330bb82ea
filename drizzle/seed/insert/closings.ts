import type { TransactionSql } from 'postgres'
import { wordsPlace } from '@/lib/casework/endings/closing'
import { type OpenKey, seal } from '@/lib/platform/vault/seal'
import { type CaseFile, ownerOf } from '../demo/records'
import { insertRows } from './bulk'

/**
 * Closings that the team asked for, once everything else stands: what is still open is left with the reason that was
 * told, and the case moves through its machine as it would by hand.
 */
export async function insertClosings(
  tx: TransactionSql,
  files: readonly CaseFile[],
  teamKeys: ReadonlyMap<string, OpenKey>,
): Promise<void> {
  for (const file of files) {
    const { id, closing, closureReason = '', leadId } = file.case
    const key = teamKeys.get(id)
    if (!closing || !key) continue
    const open = await tx<{ id: string }[]>`select r.id from app.referrals r
      join app.referral_states s on s.state = r.state and s.life in ('OPEN', 'SETTLED') where r.case_id = ${id}`
    const closingId = `${id.slice(0, 24)}c105e${id.slice(29)}`
    const { askedAt, told, evidence, checklist, left, words } = closing
    await insertRows(tx, 'app.case_closings', [
      {
        id: closingId,
        ...ownerOf(file),
        reason: closureReason,
        told,
        evidence,
        checklist,
        leftOpen: open.map((one) => `${one.id}:${left}`),
        askedBy: leadId,
        askedAt,
        keyId: key.id,
        words: seal(key, wordsPlace(closingId), words),
      },
    ])
    await tx`update app.cases set state = 'PENDING_CLOSURE', version = version + 1, last_verb = 'ask-closure', last_party = 'team',
      last_actor_id = ${leadId} where id = ${id}`
  }
}
