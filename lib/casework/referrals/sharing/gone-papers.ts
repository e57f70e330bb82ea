import { createHash } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'

export type GonePaper = { id: string; kind: string }

/** Papers on the live slips of a referral that were taken away from the case since: they do not leave. */
export const gonePapers = (referral: SQL): SQL<GonePaper[]> => sql<GonePaper[]>`(select coalesce(
    json_agg(json_build_object('id', d.id, 'kind', d.kind) order by x.n), '[]')
  from app.shares h join app.share_papers x on x.share_id = h.id join app.documents d on d.id = x.document_id
  where h.referral_id = ${referral} and h.ended_at is null and d.withdrawn_at is not null)`

/** What an approval is given to: the sealed payload, less the papers that are gone. PURE. */
export function shownHash(sealed: string, gone: readonly GonePaper[]): string {
  if (gone.length === 0) return sealed
  const left = gone.map(({ id }) => id).toSorted()
  return createHash('sha256')
    .update([sealed, ...left].join(' '))
    .digest('hex')
}
