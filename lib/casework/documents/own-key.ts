import { type SQL, sql } from 'drizzle-orm'
import type { Ctx } from '@/lib/platform/gate/verb'
import { mintKey, openKeys } from '@/lib/platform/vault/keys'
import type { OpenKey } from '@/lib/platform/vault/seal'
import { type Part, resealed } from './pieces'

type Row = { keyId: string; pieces: { part: Part; n: number; sealed: string }[] }

/** The pieces of a document under another key, in place: `turn` gives it that key first, and answers whether it did. */
export async function sealUnder(
  { tx }: Ctx,
  id: string,
  { key, turn }: { key: OpenKey; turn: SQL },
): Promise<boolean> {
  const [row] = await tx.execute<Row>(sql`select d.key_id as "keyId",
      (select coalesce(json_agg(json_build_object('part', p.part, 'n', p.n, 'sealed', encode(p.sealed, 'base64'))), '[]')
        from app.document_pieces p where p.document_id = d.id) as pieces
    from app.documents d where d.id = ${id}::uuid`)
  const before = row && (await openKeys(tx, [row.keyId])).get(row.keyId)
  if (!row || !before) return false
  const [turned] = await tx.execute<{ done: boolean }>(sql`select ${turn} as done`)
  if (!turned?.done) return false
  for (const { part, n, sealed } of row.pieces) {
    const again = resealed({ from: before, to: key }, { id, part, n }, Buffer.from(sealed, 'base64'))
    await tx.execute(sql`select app.reseal_document_piece(${id}::uuid, ${part}, ${n}, ${again})`)
  }
  return true
}

type Owned = { caseId: string; officeId: string; sensitivity: string; own: boolean }

/**
 * A document that is to be opened outside its team gets a key of its own, in place: whoever is handed that key opens this document and
 * nothing else of the case. One that has it already keeps it. False where it is out of reach or was taken away.
 */
export async function giveOwnKey(ctx: Ctx, documentId: string): Promise<boolean> {
  const [row] =
    await ctx.tx.execute<Owned>(sql`select d.case_id as "caseId", d.office_id as "officeId", d.sensitivity,
      k.scope = 'DOCUMENT' as own
    from app.documents d join vault.keys k on k.id = d.key_id
    where d.id = ${documentId}::uuid and d.reader = 'TEAM' and d.withdrawn_at is null`)
  if (!row || row.own) return row !== undefined
  const { own: _, ...owner } = row
  const minted = mintKey({ scope: 'DOCUMENT', documentId, ...owner })
  return sealUnder(ctx, documentId, {
    key: minted.key,
    turn: sql`app.give_document_a_key(${documentId}::uuid, ${minted.key.id}::uuid, ${minted.row.wrapped}::bytea)`,
  })
}
