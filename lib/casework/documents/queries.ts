import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { CodeOf } from '@/lib/base/codes/lists'
import { isUuid } from '@/lib/base/forms/uuid'
import { type CaseInReach, caseInReach } from '@/lib/casework/cases/scope'
import { type Cursor, markOf, writeCursor } from '@/lib/platform/db/keyset'
import type { Format } from '@/lib/platform/files/formats'
import type { Ctx, Params } from '@/lib/platform/gate/verb'
import { settingDays } from '@/lib/platform/settings/read'
import { opens, within } from './within'

const PAGE = 25

/** A document as the list of a case shows it, to whoever may open it and to whoever may not. */
export type DocumentLine = {
  id: string
  kind: CodeOf<'document_kind'>
  /** TEAM, a discipline, or LEAD: its author and the lead. */
  reader: string
  format: Format
  /** Bytes. */
  size: number
  madeOn: string | null
  author: string
  addedAt: string
  /** Where the paper itself lies, if we keep or kept it; to whom it went. */
  original: CodeOf<'original_place'> | null
  givenTo: CodeOf<'original_given_to'> | null
  givenAt: string | null
  withdrawal: CodeOf<'document_withdrawal'> | null
  withdrawnAt: string | null
  replacedBy: string | null
  /** Whether this reader may open it. */
  opens: boolean
}

const columns = (
  ctx: Ctx,
): SQL => sql`d.id, d.kind, d.reader, d.format, d.size, d.made_on::text as "madeOn", u.name as author,
  ${markOf(sql`d.added_at`)} as "addedAt", d.original_place as original, d.given_to as "givenTo", ${markOf(sql`d.given_at`)} as "givenAt",
  d.withdrawal, ${markOf(sql`d.withdrawn_at`)} as "withdrawnAt", d.replaced_by as "replacedBy", ${opens(ctx.actor)} as opens`

/** A file of this person that is not a document of the case yet: how much of it is here. */
export type Unfinished = { id: string; size: number; got: number }

/** Newest first; five at most. */
const unfinished = (
  { actor }: Ctx,
  caseId: SQLWrapper,
): SQL => sql`(select coalesce(json_agg(json_build_object('id', x.id, 'size', x.size,
    'got', least(x.size, 262144 * (select count(*) from app.upload_pieces p where p.upload_id = x.id))) order by x.begun_at desc), '[]')
  from app.uploads x where x.case_id = ${caseId} and x.user_id = ${actor.userId}::uuid)`

/** For how many days a file that was begun waits. */
const uploadDays = settingDays('upload.keep')

/** A file of this person on its way to a case in reach, the case locked for a change; nothing where there is none. */
export async function uploadInReach(
  ctx: Ctx,
  code: string | undefined,
  id: string,
): Promise<(CaseInReach & { upload: string }) | undefined> {
  const reach = await caseInReach(ctx, code, true)
  if (!reach) return undefined
  const [row] = await ctx.tx.execute<{ id: string }>(sql`select u.id from app.uploads u
    where u.id = ${id}::uuid and u.case_id = ${reach.record.id} and u.user_id = ${ctx.actor.userId}::uuid`)
  return row && { ...reach, upload: row.id }
}

/** How many documents of a case are kept, and their bytes. */
type Kept = { count: number; bytes: number }
type Listed = { lines: DocumentLine[]; kept: Kept; unfinished: Unfinished[]; uploadDays: number }

/**
 * Documents of a case, newest first; those that are sealed for others stand among them; and what of this person's is on its way. One statement.
 */
export async function listDocuments(ctx: Ctx, caseId: string, after?: Cursor) {
  const beyond = after ? sql`and (d.added_at, d.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``
  const inside = sql`d.case_id = ${caseId} and ${within(ctx.actor)}`
  const [row] = await ctx.tx.execute<Listed>(sql`select
    (select coalesce(json_agg(l order by l."addedAt" desc, l.id desc), '[]') from (
      select ${columns(ctx)} from app.documents d join access.users u on u.id = d.added_by where ${inside} ${beyond}
      order by d.added_at desc, d.id desc limit ${PAGE + 1}) l) as lines,
    (select json_build_object('count', count(*), 'bytes', coalesce(sum(d.size), 0)) from app.documents d
      where ${inside} and d.withdrawn_at is null) as kept,
    ${unfinished(ctx, sql`${caseId}::uuid`)} as unfinished, ${uploadDays} as "uploadDays"`)
  const lines = row?.lines ?? []
  const shown = lines.slice(0, PAGE)
  const last = shown.at(-1)
  const next = lines.length > PAGE && last ? writeCursor({ id: last.id, at: last.addedAt }) : undefined
  return {
    shown,
    next,
    kept: row?.kept ?? { count: 0, bytes: 0 },
    unfinished: row?.unfinished ?? [],
    uploadDays: row?.uploadDays ?? 1,
  }
}

/** One document as its page needs it: of which case, and what of this person's is on its way there. */
export type FoundDocument = DocumentLine & {
  caseId: string
  goesOn: boolean
  unfinished: Unfinished[]
  uploadDays: number
}

/** The document behind an id, as far as this person sees it. One statement. */
export async function findDocument(ctx: Ctx, id: string | undefined): Promise<FoundDocument | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await ctx.tx.execute<FoundDocument>(sql`
    select ${columns(ctx)}, d.case_id as "caseId", app.my_file_goes_on(d.case_id) as "goesOn",
      ${unfinished(ctx, sql`d.case_id`)} as unfinished, ${uploadDays} as "uploadDays"
    from app.documents d join access.users u on u.id = d.added_by
    where d.id = ${id}::uuid and ${within(ctx.actor)}`)
  return row
}

export type DocumentInReach = CaseInReach & { document: FoundDocument }

/** A document of this case, the case locked for a change; nothing where either is out of reach. */
export async function documentInReach(
  ctx: Ctx,
  code: string | undefined,
  id: string,
): Promise<DocumentInReach | undefined> {
  const reach = await caseInReach(ctx, code, true)
  const document = reach && (await findDocument(ctx, id))
  return document?.caseId === reach?.record.id && document && reach ? { ...reach, document } : undefined
}

/** What verbs on one document share: what their line in the log is about. */
export const onDocument = {
  audit: ({ code = '' }: Params, found: DocumentInReach | undefined) => ({
    type: 'case',
    id: code,
    caseId: found?.record.id ?? null,
  }),
} as const
