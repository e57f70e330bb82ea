import { sql } from 'drizzle-orm'
import type { Ctx } from '@/lib/platform/gate/verb'
import { mintKey, openKeys } from '@/lib/platform/vault/keys'
import { type Part, resealed } from './pieces'

type Row = {
  caseId: string
  officeId: string
  sensitivity: string
  keyId: string
  own: boolean
  pieces: { part: Part; n: number; sealed: string }[]
}

/**
 * A document that is to be opened outside its team gets a key of its own, in place: whoever is handed that key opens this document and
 * nothing else of the case. One that has it already keeps it. False where it is out of reach or was taken away.
 */
export async function giveOwnKey({ tx }: Ctx, documentId: string): Promise<boolean> {
  const [row] =
    await tx.execute<Row>(sql`select d.case_id as "caseId", d.office_id as "officeId", d.sensitivity, d.key_id as "keyId",
      k.scope = 'DOCUMENT' as own,
      (select coalesce(json_agg(json_build_object('part', p.part, 'n', p.n, 'sealed', encode(p.sealed, 'base64'))), '[]')
        from app.document_pieces p where p.document_id = d.id and k.scope <> 'DOCUMENT') as pieces
    from app.documents d join vault.keys k on k.id = d.key_id
    where d.id = ${documentId}::uuid and d.reader = 'TEAM' and d.withdrawn_at is null`)
  if (!row || row.own) return row !== undefined
  const { caseId, officeId, sensitivity } = row
  const before = (await openKeys(tx, [row.keyId])).get(row.keyId)
  if (!before) return false
  const minted = mintKey({ scope: 'DOCUMENT', documentId, caseId, officeId, sensitivity })
  const [given] = await tx.execute<{ given: boolean }>(sql`
    select app.give_document_a_key(${documentId}::uuid, ${minted.key.id}::uuid, ${minted.row.wrapped}::bytea) as given`)
  if (!given?.given) return false
  for (const { part, n, sealed } of row.pieces) {
    const again = resealed(
      { from: before, to: minted.key },
      { id: documentId, part, n },
      Buffer.from(sealed, 'base64'),
    )
    await tx.execute(sql`select app.reseal_document_piece(${documentId}::uuid, ${part}, ${n}, ${again})`)
  }
  return true
}
