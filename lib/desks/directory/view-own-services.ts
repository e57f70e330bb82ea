import { type SQL, sql } from 'drizzle-orm'
import { isUuid } from '@/lib/base/forms/uuid'
import { entryColumns } from '@/lib/casework/services/queries'
import { type Entry, standing } from '@/lib/casework/services/ranking'
import { toVerifySql } from '@/lib/casework/services/to-verify'
import type { Actor } from '@/lib/platform/access/actor'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import type { Ctx } from '@/lib/platform/gate/verb'
import { toVerifyFirst } from './view-directory'

/** An entry as the agency that keeps it reads it: without what is worked out about it. */
export type OwnEntry = Omit<Entry, 'rate' | 'phone'> & { officeName: string }

/** Of `app.directory_entries d`: what an account of an agency keeps, as `within` says it. */
const own = ({ partner }: Actor): SQL =>
  sql`d.partner_code = ${partner} and d.office_id = any(array(select access.base_offices()))`

/** How many of them are to be verified, as one column of another statement. */
export const ownToVerify = (actor: Actor): SQL<number> =>
  sql`(select count(*)::int from app.directory_entries d where ${own(actor)} and ${toVerifySql(actor.now)})`

/** The agency's entries in the offices of this account's base. One statement. */
export async function ownEntries({ tx, actor }: Ctx, also: SQL = sql`true`): Promise<OwnEntry[]> {
  const rows = await tx.execute<OwnEntry>(sql`
    select ${entryColumns}, v.name as "verifiedBy", o.name as "officeName",
      p.agreement_from::text as "agreementFrom", p.agreement_until::text as "agreementUntil"
    from app.directory_entries d join app.partners p on p.code = d.partner_code join access.offices o on o.id = d.office_id
      left join access.users v on v.id = d.verified_by
    where ${own(actor)} and ${also}
    order by d.verified_on, d.service, o.name`)
  return [...rows]
}

/** What this agency offers around its base, to be verified first. One statement. */
export async function viewOwnServices(reading: Reading, query: Query) {
  const all = await ownEntries(reading)
  const stood = all
    .map((entry) => ({ ...entry, ...standing(entry, reading.actor.now) }))
    .toSorted(toVerifyFirst)
  const toVerify = stood.filter((entry) => entry.toVerify)
  const checking = one(query, 'check') === '1'
  const entries = checking ? toVerify : stood
  return {
    view: { entries, checking, toVerify: toVerify.length },
    subject: { type: 'directory', id: '' },
    detail: { count: entries.length },
  }
}

/** One of them, with its question. */
export async function viewOwnService(reading: Reading, id: string, query: Query) {
  const subject = { type: 'directory-entry', id }
  const [entry] = isUuid(id) ? await ownEntries(reading, sql`d.id = ${id}`) : []
  if (!entry) return { missing: subject }
  const draft = await findDraft(reading.tx, reading.actor.userId, 'directory.renew-own', one(query, 'draft'))
  return { view: { entry: { ...entry, ...standing(entry, reading.actor.now) }, draft }, subject }
}
