import { createHash, createHmac, randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { caseInReach } from '@/lib/casework/cases/scope'
import { derivedKey } from '@/lib/platform/env/env'
import type { RawFile } from '@/lib/platform/files/check'
import { PIECE, piecesOf } from '@/lib/platform/files/limits'
import type { Uploads } from '@/lib/platform/gate/upload'
import type { Ctx, Params } from '@/lib/platform/gate/verb'
import { draftKey } from '@/lib/platform/vault/keys'
import { seal, unseal } from '@/lib/platform/vault/seal'
import { cut, uploadPlace } from './pieces'

/** A file on its way in: which it is, and how many of its pieces are here. */
export type Begun = { id: string; next: number }
type About = { caseId: string; size: number; ending: string; declared: string; sum: string; id: string }

/** A keyed number of the contents: whoever reads the table cannot try files against it. */
const markOf = (sum: string): string =>
  createHmac('sha256', derivedKey('upload mark')).update(sum).digest('base64url')

const sumOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** The same form of the same person with the same file has the same id, however often it is sent. */
function uploadId(...of: readonly string[]): string {
  const digits = createHmac('sha256', derivedKey('upload id')).update(of.join(' ')).digest('hex')
  const cuts = [0, 8, 12, 16, 20, 32]
  return cuts
    .slice(1)
    .map((to, n) => digits.slice(cuts[n], to))
    .join('-')
}

/** Begins to receive a file, or goes on with the same one. Nothing where this person may not write in the case. */
export async function beginUpload({ tx }: Ctx, about: About): Promise<Begun | undefined> {
  const { id, caseId, size, ending, declared, sum } = about
  const [row] = await tx.execute<Begun>(
    sql`select id, next from app.begin_upload(${id}::uuid, ${caseId}::uuid, ${size}, ${ending}, ${declared}, ${markOf(sum)})`,
  )
  return row
}

/** Keeps one piece, sealed for whoever sends it. Which comes next; nothing where it is no piece of a file of theirs. */
export async function keepPiece(
  { tx, actor }: Ctx,
  { id = '', n = '' }: Params,
  bytes: Buffer,
): Promise<number | undefined> {
  const place = Number(n)
  const [row] = await tx.execute<{ size: number }>(
    sql`select size from app.uploads where id = ${id}::uuid and user_id = ${actor.userId}::uuid`,
  )
  if (!row || !/^\d{1,2}$/.test(n) || bytes.length !== Math.min(PIECE, row.size - place * PIECE))
    return undefined
  const sealed = seal(draftKey(actor.userId), uploadPlace(id, place), bytes)
  const [kept] = await tx.execute<{ next: number | null }>(
    sql`select app.keep_piece(${id}::uuid, ${place}, ${sealed}) as next`,
  )
  return kept?.next ?? undefined
}

export async function dropUpload({ tx }: Ctx, id: string): Promise<void> {
  await tx.execute(sql`select app.drop_upload(${id}::uuid)`)
}

type Row = { size: number; ending: string; declared: string; mark: string; pieces: Buffer[] | null }

/** For the form of a case: a file that comes with it is kept whole, one that came in pieces is put together. */
export const documentUploads: Uploads = {
  keep: async (ctx, { code }, { bytes, ending, declared, key }) => {
    const reach = await caseInReach(ctx, code)
    if (!reach) return undefined
    const sum = sumOf(bytes)
    const caseId = reach.record.id
    const id = uploadId(ctx.actor.userId, caseId, key || randomUUID(), sum)
    const about = { id, caseId, size: bytes.length, ending, declared, sum }
    const begun = await beginUpload(ctx, about)
    if (!begun) return undefined
    for (const [n, piece] of cut(bytes).entries())
      if (n >= begun.next) await keepPiece(ctx, { id: begun.id, n: String(n) }, piece)
    return begun.id
  },
  fetch: async (ctx, { code }, id) => {
    const reach = await caseInReach(ctx, code)
    if (!reach) return undefined
    const [row] = await ctx.tx.execute<Row>(sql`select u.size, u.ending, u.declared, u.mark,
        (select array_agg(p.sealed order by p.n) from app.upload_pieces p where p.upload_id = u.id) as pieces
      from app.uploads u where u.id = ${id}::uuid and u.case_id = ${reach.record.id} and u.user_id = ${ctx.actor.userId}::uuid`)
    return row && wholeOf(ctx, id, row)
  },
}

/** Nothing unless all of it is here and it is what was announced. */
function wholeOf(
  { actor }: Ctx,
  id: string,
  { pieces, size, mark, ending, declared }: Row,
): RawFile | undefined {
  if (pieces?.length !== piecesOf(size)) return undefined
  const key = draftKey(actor.userId)
  const bytes = Buffer.concat(pieces.map((sealed, n) => unseal(key, uploadPlace(id, n), sealed)))
  return bytes.length === size && markOf(sumOf(bytes)) === mark ? { bytes, ending, declared } : undefined
}
