import { sql } from 'drizzle-orm'
import { isUuid } from '@/lib/base/forms/uuid'
import { directory, type PeopleSaid, peopleSaid } from '@/lib/casework/services/queries'
import { type Ranked, ranked } from '@/lib/casework/services/ranking'
import type { Role } from '@/lib/platform/access/roles'
import { roles } from '@/lib/platform/access/roles'
import { offices } from '@/lib/platform/db/schema'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'

/** All staff: whoever may tell somebody where a service is. */
export const directoryRoles: readonly Role[] = roles.filter(
  (role) => role !== 'PARTNER_FP' && role !== 'DONOR_VIEW',
)

/** Entries to verify on one page. */
const PAGE = 30

/** The directory, one office, or one service in every office; for whoever keeps it, what is to be verified first. Two statements. */
export async function viewDirectory(reading: Reading, query: Query) {
  const { actor, tx } = reading
  const all = ranked(await directory(reading, {}), '', actor.now)
  const places = await tx.select({ id: offices.id, name: offices.name }).from(offices).orderBy(offices.name)
  const services = [...new Set(all.map((entry) => entry.service))].toSorted()
  const service = one(query, 'service') ?? ''
  const home = actor.offices[0] ?? places[0]?.id ?? ''
  // Every office of every service would be more than a page may weigh: all offices are shown for one service.
  const office = one(query, 'office') || (service === '' ? home : '')
  const keeps = actor.role === 'ADMIN'
  const asked = all.filter(({ toVerify }) => toVerify).toSorted(oldestFirst)
  const checking = keeps && one(query, 'check') === '1'
  const from = checking ? pageFrom(one(query, 'from'), asked.length) : 0
  const chosen = all.filter(
    (entry) => (office === '' || entry.office === office) && (service === '' || entry.service === service),
  )
  const entries = checking ? asked.slice(from, from + PAGE) : keeps ? chosen.toSorted(toVerifyFirst) : chosen
  const check = keeps ? { total: asked.length, from, more: from + PAGE < asked.length } : undefined
  return {
    view: { entries, places, services, office, service, checking, check },
    subject: { type: 'directory', id: '' },
    detail: { count: entries.length },
  }
}

const oldestFirst = (a: Ranked, b: Ranked): number => (a.verifiedOn < b.verifiedOn ? -1 : 1)
export const toVerifyFirst = (a: { toVerify: boolean }, b: { toVerify: boolean }): number =>
  Number(b.toVerify) - Number(a.toVerify)

/** Where a page of the list begins; nonsense is the first. */
function pageFrom(text: string | undefined, total: number): number {
  const from = /^\d{1,5}$/.test(text ?? '') ? Number(text) : 0
  return from % PAGE === 0 && from < total ? from : 0
}

/** What was changed of an entry: its kind, who, when, and each column before and after. */
export type EntryChange = {
  kind: 'ADDED' | 'VERIFIED' | 'CHANGED'
  at: string
  by: string
  changed: Record<string, [unknown, unknown]>
}
/** The latest changes that a page shows; one more tells that there are others. */
const SHOWN = 8

type Around = { office: string; changes: EntryChange[] | null; said: PeopleSaid | null }

/** One entry of the directory, what people say of its agency, and what was changed of it. Two statements. */
export async function viewEntry(reading: Reading, id: string, query: Query) {
  const subject = { type: 'directory-entry', id }
  const found = isUuid(id) ? await directory(reading, { id }) : []
  const [entry] = ranked(found, '', reading.actor.now)
  if (!entry) return { missing: subject }
  const [around] = await reading.tx.execute<Around>(sql`
    select (select o.name from access.offices o where o.id = ${entry.office}) as office,
      (select json_agg(json_build_object('kind', c.kind, 'at', c.at, 'by', u.name, 'changed', c.changed) order by c.id desc)
        from (select * from app.directory_changes x where x.entry_id = ${id} order by x.id desc limit ${SHOWN + 1}) c
        join access.users u on u.id = c.by_id) as changes, ${peopleSaid(sql`${entry.partner}`)} as said`)
  const changes = around?.changes ?? []
  const draft = await findDraft(reading.tx, reading.actor.userId, 'directory.renew', one(query, 'draft'))
  return {
    view: {
      entry,
      office: around?.office ?? entry.office,
      said: around?.said ?? null,
      changes: changes.slice(0, SHOWN),
      more: changes.length > SHOWN,
      keeps: reading.actor.role === 'ADMIN',
      draft,
    },
    subject,
  }
}
