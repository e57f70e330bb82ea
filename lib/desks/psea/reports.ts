import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { pseaPlace } from '@/lib/base/addresses/referral-places'
import { hearerFor } from '@/lib/casework/psea/hearer'
import { reportInReach } from '@/lib/casework/psea/report-in-reach'
import { pseaOpenFor } from '@/lib/casework/psea/waiting'
import { within } from '@/lib/casework/psea/within'
import { staffRoles } from '@/lib/platform/access/roles'
import { pseaReports, users, vaultKeys } from '@/lib/platform/db/schema'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { unwrap } from '@/lib/platform/vault/keys'
import { unseal } from '@/lib/platform/vault/seal'

const listed = {
  id: pseaReports.id,
  reportedAt: pseaReports.reportedAt,
  dueAt: pseaReports.dueAt,
  takenAt: pseaReports.takenAt,
  closedAt: pseaReports.closedAt,
  safeNow: pseaReports.safeNow,
  partner: pseaReports.partnerCode,
  author: users.name,
}

/** Closed reports shown at once; how many there are is said. */
const CLOSED_SHOWN = 50

/**
 * The reports that wait for a call back by this person, all of them; with `called` those that were called back about and
 * are not closed, with `closed` the last ones that are over. Each tab opens what it counts. For everybody else the page
 * has nothing to show and does not exist.
 */
export async function listReports(reading: Reading, query: Query) {
  const subject = { type: 'psea-report', id: 'list' }
  const open = await pseaOpenFor(reading)
  if (!open) return { missing: subject }
  const shown = one(query, 'closed') === '1' ? 'closed' : one(query, 'called') === '1' ? 'called' : 'waiting'
  const all = reading.tx
    .select({ ...listed, total: sql<number>`count(*) over ()::integer` })
    .from(pseaReports)
    .innerJoin(users, eq(users.id, pseaReports.authorId))
  const mine = within(reading.actor)
  const calledBack = shown === 'called' ? isNotNull(pseaReports.takenAt) : isNull(pseaReports.takenAt)
  const rows =
    shown === 'closed'
      ? await all
          .where(and(mine, isNotNull(pseaReports.closedAt)))
          .orderBy(desc(pseaReports.closedAt))
          .limit(CLOSED_SHOWN)
      : await all.where(and(mine, isNull(pseaReports.closedAt), calledBack)).orderBy(asc(pseaReports.dueAt))
  const total = rows[0]?.total ?? 0
  return {
    view: { rows, total, shown, ...open, done: one(query, 'done') },
    subject,
    detail: { count: rows.length },
  }
}

/** One report with its words, opened with the key that only its hearer reads. */
export async function readReport(reading: Reading, id: string, query: Query) {
  const subject = { type: 'psea-report', id }
  const found = await reportInReach(reading, id)
  if (!found) return { missing: subject }
  const people = await reading.tx
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(sql`${users.id} in (${found.authorId}, ${found.namedId ?? found.authorId})`)
  const [key] = await reading.tx
    .select({ id: vaultKeys.id, wrapped: vaultKeys.wrapped })
    .from(vaultKeys)
    .where(eq(vaultKeys.id, found.keyId))
  const nameOf = (wanted: string | null) => people.find((person) => person.id === wanted)?.name
  const { words: sealed, ...row } = found
  const words = key ? unseal(unwrap(key), pseaPlace(id), sealed).toString('utf8') : ''
  const draft = await findDraft(reading.tx, reading.actor.userId, 'psea.close', one(query, 'draft'))
  const view = { ...row, author: nameOf(found.authorId) ?? '', named: nameOf(found.namedId), words, draft }
  return { view: { ...view, done: one(query, 'done') }, subject }
}

/**
 * What the page of a report needs: who hears it, and whom it may name. Every colleague of every office, whoever hears
 * reports among them: somebody who cannot be named would read the report about themselves.
 */
export async function prepareReport(reading: Reading, query: Query) {
  const { tx, actor } = reading
  const [office] = actor.offices
  const colleagues = await tx
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(inArray(users.role, [...staffRoles]), eq(users.active, true), ne(users.id, actor.userId)))
    .orderBy(asc(users.name), asc(users.id))
  const hearer = office ? await hearerFor(reading, office, null) : undefined
  const draft = await findDraft(tx, actor.userId, 'psea.report', one(query, 'draft'))
  return { view: { hearer: hearer?.name, colleagues, draft }, subject: { type: 'page', id: 'help' } }
}
