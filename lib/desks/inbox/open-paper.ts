import { sql } from 'drizzle-orm'
import { unsealed } from '@/lib/casework/documents/pieces'
import { viewOf } from '@/lib/casework/referrals/machine/partner-situation'
import { papersIn } from '@/lib/casework/referrals/sharing/paper-list'
import { openSlip } from '@/lib/casework/referrals/sharing/received-queries'
import { ENDING, type Format, MEDIA_TYPE } from '@/lib/platform/files/formats'
import type { Download, FileOut } from '@/lib/platform/gate/download'
import type { Found, NotFound } from '@/lib/platform/gate/read'
import type { Ctx, Params } from '@/lib/platform/gate/verb'
import { unwrap } from '@/lib/platform/vault/keys'
import { findReceived } from './queries'

type Sealed = { document: string; keyId: string; wrapped: Buffer; pieces: Buffer[] | null }

/** One paper of a referral by its place in the slip: only while the second slip is read, and as long as the case keeps it. */
async function load(ctx: Ctx, { id = '', n = '' }: Params): Promise<Found<FileOut> | NotFound> {
  const subject = { type: 'referral', id }
  const found = await findReceived(ctx, id)
  if (!found || !/^[1-9]$/.test(n)) return { missing: subject }
  const looking = { readable: found.slip1 !== undefined, now: ctx.actor.now }
  const { slip2 } = found
  const opened = found.referral.state !== 'SENT' && viewOf(found.referral, looking) === 'STAGE_2'
  if (!opened || !slip2?.share) return { refused: 'paper-closed', subject }
  const paper = papersIn(openSlip(slip2)?.papers)[Number(n) - 1]
  if (!paper) return { missing: subject }
  const [row] = await ctx.tx.execute<Sealed>(sql`select x.document_id as document, k.id as "keyId", k.wrapped,
      (select array_agg(p.sealed order by p.n) from app.document_pieces p
        where p.document_id = x.document_id and p.part = 'BODY') as pieces
    from app.share_papers x join vault.keys k on k.document_id = x.document_id
    where x.share_id = ${slip2.share.id}::uuid and x.n = ${Number(n)}`)
  // Taken away from the case: its key and its bytes are gone.
  if (!row?.pieces || row.document !== paper.id) return { refused: 'paper-withdrawn', subject }
  const body = unsealed(unwrap({ id: row.keyId, wrapped: row.wrapped }), row.document, 'BODY', row.pieces)
  const { kind } = paper
  return {
    view: fileOf(paper.format as Format, Number(n), body),
    subject,
    detail: { paper: Number(n), kind },
  }
}

/** Named after its place alone: no person, case, service or day. */
function fileOf(format: Format, n: number, body: Buffer<ArrayBuffer>): FileOut {
  const picture = format === 'JPEG'
  return {
    name: `document-${n}.${ENDING[format]}`,
    type: MEDIA_TYPE[format],
    body: new Uint8Array(body),
    shown: picture,
  }
}

/** A paper that came with a referral: judged at this moment, and each opening a line of the log, as a received page is. */
export const openPaper: Download = {
  name: 'inbox.open-paper',
  session: 'partner',
  roles: ['PARTNER_FP'],
  byLink: true,
  page: ({ id }) => `/inbox/${id}`,
  load,
}
