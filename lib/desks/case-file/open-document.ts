import { sql } from 'drizzle-orm'
import { type Part, unsealed } from '@/lib/casework/documents/pieces'
import { type DocumentLine, findDocument } from '@/lib/casework/documents/queries'
import { caseRoles } from '@/lib/platform/access/roles'
import { ENDING, MEDIA_TYPE } from '@/lib/platform/files/formats'
import type { Download, FileOut } from '@/lib/platform/gate/download'
import type { Found, NotFound } from '@/lib/platform/gate/read'
import type { Ctx, Params } from '@/lib/platform/gate/verb'
import { openKeys } from '@/lib/platform/vault/keys'

type Sealed = { code: string; keyId: string; pieces: Buffer[] | null }

const sent =
  (part: Part) =>
  async (ctx: Ctx, { id = '' }: Params): Promise<Found<FileOut> | NotFound> => {
    const document = await findDocument(ctx, id)
    if (!document) return { missing: { type: 'document', id } }
    const [row] = await ctx.tx.execute<Sealed>(sql`
    select c.code, d.key_id as "keyId", (select array_agg(p.sealed order by p.n) from app.document_pieces p
      where p.document_id = d.id and p.part = ${part}) as pieces
    from app.documents d join app.cases c on c.id = d.case_id where d.id = ${id}::uuid and d.case_id = ${document.caseId}`)
    const subject = { type: 'case', id: row?.code ?? '', caseId: document.caseId }
    if (document.withdrawal) return { refused: 'document-withdrawn', subject }
    if (!document.opens) return { refused: 'document-sealed', subject }
    const key = row && (await openKeys(ctx.tx, [row.keyId])).get(row.keyId)
    if (!row?.pieces || !key) return { missing: { type: 'document', id } }
    const body = unsealed(key, id, part, row.pieces)
    return { view: fileOf(document, part, body), subject, detail: { document: id, kind: document.kind } }
  }

/** Named after the day it was added and nothing else. */
function fileOf({ format, addedAt }: DocumentLine, part: Part, body: Buffer<ArrayBuffer>): FileOut {
  const picture = part === 'THUMB' || format === 'JPEG'
  const name = `document-${addedAt.slice(0, 10)}.${picture ? 'jpg' : ENDING[format]}`
  return {
    name,
    type: picture ? 'image/jpeg' : MEDIA_TYPE[format],
    body: new Uint8Array(body),
    shown: picture,
  }
}

/** Whose case it is, the address does not say; the list of cases leads there. */
const page = () => '/cases'

/** A document leaves its seal: for whoever may open it, logged under their name. */
export const openDocument: Download = {
  name: 'document.open',
  session: 'staff',
  roles: caseRoles,
  page,
  load: sent('BODY'),
}

/** The little picture of a picture. */
export const previewDocument: Download = {
  name: 'document.preview',
  session: 'staff',
  roles: caseRoles,
  page,
  load: sent('THUMB'),
}
