import { type SQL, sql } from 'drizzle-orm'
import type { Identity } from '@/lib/casework/people/identity'
import { openIdentity } from '@/lib/casework/people/sealed-identity'
import type { Ctx } from '@/lib/platform/gate/verb'
import type { OpenKey } from '@/lib/platform/vault/seal'
import { type FieldChange, fieldsChanged, type Saved } from './fields-changed'
import { isOf, type Part, placesOf } from './parts'
import { withSupplier } from './return-facts'
import { within } from './within'

/** One save as somebody reads it. */
export type Change = Pick<Saved, 'what' | 'member' | 'at'> & {
  id: string
  /** Nobody: Relais itself. */
  by: string | null
  fields: FieldChange[]
  /** Why access was restricted, where this save did it. */
  restricted: string | null
  /** Names behind the ids and codes of this save's facts: colleagues, offices. */
  names: Readonly<Record<string, string>>
}

type Row = {
  id: string
  person_id: string | null
  what: Saved['what']
  at: string
  by: string | null
  member: boolean
  changed: Saved['changed']
  key_id: string | null
  sealed: string | null
  after: string | null
  names: Record<string, string> | null
  restricted: string | null
}

type Asked = {
  caseId: string
  keys: ReadonlyMap<string, OpenKey>
  /** Of one part of the file only. */
  of?: Part | undefined
  /** The mark of the page before: a line's id. */
  before?: string | undefined
}

const PAGE = 25
export const isMark = (text: string | undefined): text is string => /^\d{1,18}$/.test(text ?? '')

/** What may be of this part; whether a sealed value is, only the opened one tells. */
function mayBeOf(part: Part | undefined): SQL {
  if (!part) return sql``
  const { columns, sealed } = placesOf(part)
  return sql`and (c.changed ?| ${sql.param(`{${columns.join(',')}}`)}::text[] or (${sealed} and c.sealed is not null))`
}

const base64 = (column: SQL): SQL => sql`replace(encode(${column}, 'base64'), E'\n', '')`

/**
 * The saves of a case, newest first, a page at a time; of one part a page may hold fewer lines than it read. A sealed value is opened
 * with the key it was sealed with, and a line whose key is out of reach is not there. What stood after a save is what the
 * next one found, or what stands now. One statement.
 */
export async function changesOf(
  { tx, actor }: Ctx,
  { caseId, keys, of, before }: Asked,
): Promise<{ shown: Change[]; next: string | undefined }> {
  const rows = await tx.execute<Row>(sql`
    select c.id::text, c.person_id, c.what, c.at, u.name as by, c.changed, c.key_id, ${base64(sql`c.sealed`)} as sealed,
      coalesce(p.standing = 'HOUSEHOLD', c.what <> 'CHANGED') as member,
      case when c.what <> 'REMOVED' and (c.sealed is not null or c.what = 'ADDED')
        then ${base64(sql`coalesce(n.sealed, p.identity)`)} end as after,
      (select jsonb_object_agg(w.id, w.name) from (select s.id::text, s.name from access.users s union all select o.id, o.name from access.offices o) w
        where c.changed ?| array['lead_id', 'office_id'] and w.id in (c.changed #>> '{lead_id,0}', c.changed #>> '{lead_id,1}',
          c.changed #>> '{office_id,0}', c.changed #>> '{office_id,1}')) as names,
      (select r.reason from app.case_restrictions r where r.case_id = c.case_id and r.restricted_at = c.at and c.changed ? 'sensitivity') as restricted
    from app.case_changes c join app.cases k on k.id = c.case_id
      left join access.users u on u.id = c.by_id
      left join app.people p on p.id = c.person_id
      left join lateral (select x.sealed from app.case_changes x where x.case_id = c.case_id and x.person_id = c.person_id
        and x.id > c.id and x.sealed is not null order by x.id limit 1) n on true
    where c.case_id = ${caseId} and ${within(actor, 'k')} ${mayBeOf(of)} ${before ? sql`and c.id < ${before}::bigint` : sql``}
    order by c.id desc limit ${PAGE + 1}`)
  const page = rows.slice(0, PAGE)
  const shown = page
    .map((row) => changeOf(row, keys))
    .map((change) => ({ ...change, fields: change.fields.filter((field) => !of || isOf(of, field)) }))
    .filter(({ fields }) => fields.length > 0)
  return { shown, next: rows.length > PAGE ? page.at(-1)?.id : undefined }
}

function changeOf(row: Row, keys: ReadonlyMap<string, OpenKey>): Change {
  const key = row.key_id === null ? undefined : keys.get(row.key_id)
  const open = (sealed: string | null): Identity | undefined =>
    key && sealed !== null && row.person_id !== null
      ? openIdentity(key, row.person_id, Buffer.from(sealed, 'base64'))
      : undefined
  const saved: Saved = {
    what: row.what,
    at: new Date(row.at),
    member: row.member,
    changed: withSupplier(row.changed, keys),
    before: open(row.sealed),
    after: open(row.after),
  }
  const { what, at, member } = saved
  return {
    id: row.id,
    what,
    at,
    member,
    by: row.by,
    fields: fieldsChanged(saved),
    names: row.names ?? {},
    restricted: row.restricted,
  }
}
