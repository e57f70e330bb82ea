import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { CheckedFile } from '@/lib/platform/files/check'
import type { Ctx } from '@/lib/platform/gate/verb'
import type { OpenKey } from '@/lib/platform/vault/seal'
import { sealedPieces } from './pieces'

/** A paper that comes with a word of an agency, sealed with the key of that word. */
export async function receiveDocument(
  { tx }: Ctx,
  { messageId, key, file }: { messageId: string; key: OpenKey; file: CheckedFile },
): Promise<void> {
  const id = randomUUID()
  const { format, body, small } = file
  await tx.execute(
    sql`select app.receive_document(${id}::uuid, ${messageId}::uuid, ${format}, ${body.length})`,
  )
  const pieces = [
    ...sealedPieces(key, id, 'BODY', body),
    ...(small ? sealedPieces(key, id, 'THUMB', small) : []),
  ]
  for (const { part, n, sealed } of pieces)
    await tx.execute(sql`select app.add_document_piece(${id}::uuid, ${part}, ${n}, ${sealed})`)
}
