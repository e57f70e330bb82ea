import { and, eq, inArray } from 'drizzle-orm'
import { isUuid } from '@/lib/base/forms/uuid'
import { within } from '@/lib/casework/referrals/reach/within'
import { readTogether } from '@/lib/casework/referrals/verbs/approve-together'
import { placeOf } from '@/lib/casework/tasks/queue-place'
import { type WaitingCursor, type WaitingTab, waitingPage, waitingTabs } from '@/lib/casework/tasks/waiting'
import { itemWaiting } from '@/lib/casework/tasks/waiting-item'
import { cases, referrals } from '@/lib/platform/db/schema'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { referralPanel } from './panel-queries'

const pageSize = 50

/** Where a page begins, as the address carries it; what does not read as one is the first page. */
export function readCursor(text: string | undefined): WaitingCursor | undefined {
  const parts = /^(-?infinity|\d{4}-\d\d-\d\dT[\d:.]+[+-][\d:]+)_(.{36})$/.exec(text ?? '')
  return parts?.[1] && parts[2] && isUuid(parts[2]) ? { at: parts[1], id: parts[2] } : undefined
}
export const writeCursor = ({ at, id }: WaitingCursor): string => `${at}_${id}`

/** What one item of the queue was asked to show: nothing, the item, or the item with the person's identity. */
export type Opening = 'list' | 'item' | 'name'
export const openingOf = (query: Query): Opening =>
  one(query, 'item') === undefined ? 'list' : one(query, 'name') === '1' ? 'name' : 'item'

/** The queue: everything that waits, a page at a time; one item beside it when it was opened, and never otherwise. */
export async function viewQueue(reading: Reading, query: Query) {
  const tab = waitingTabs.find((kind) => kind === one(query, 'kind'))
  const after = readCursor(one(query, 'after'))
  const { rows, counts, next } = await waitingPage(reading, { kind: tab, after, size: pageSize })
  const asked = one(query, 'item')
  const panel = isUuid(asked) ? await referralPanel(reading, asked, openingOf(query) === 'name') : undefined
  const together = await cameTogether(reading, query)
  const decided = (await justMarked(reading, query)) ?? (await justDecided(reading, query))
  const at = panel ? rows.findIndex(({ id }) => id === panel.id) : placeAsked(query)
  const shown: Opening = panel ? openingOf(query) : 'list'
  return {
    view: {
      rows,
      counts,
      next,
      paged: after !== undefined,
      tab,
      panel,
      shown,
      decided,
      together,
      /** How many rows stand before the one that is open, or before the place something was decided at. */
      at,
      /** As a decision carries it, to come back to. */
      place: placeOf(tab, after ? undefined : at),
    },
    subject: { type: panel ? 'referral' : 'queue', id: panel?.id ?? '', caseId: panel?.caseId ?? null },
    detail: { count: counts.total, shown },
  }
}
export type QueueView = Awaited<ReturnType<typeof viewQueue>>['view']

/** The place that the last decision was taken at; its next row stands there now. */
const placeAsked = (query: Query): number => Number(/^\d{1,2}$/.exec(one(query, 'at') ?? '')?.[0] ?? 0)

/** The address of the queue with what the reader had chosen. */
export function queueHref(
  tab: WaitingTab | undefined,
  more: Record<string, string | undefined> = {},
): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ kind: tab, ...more })) if (value) query.set(name, value)
  const text = query.toString()
  return text ? `/queue?${text}` : '/queue'
}

export const decisions = ['approved', 'returned', 'reassigned', 'reviewed', 'rerouted', 'undone'] as const
export type Decided = {
  what: (typeof decisions)[number]
  id: string
  code: string
  partner: string
  state: string
  version: number
  approvedAt: Date | null
}

const marked = ['aside', 'freed'] as const
/** A row that was set aside just now, or is back. */
export type Marked = {
  what: (typeof marked)[number]
  id: string
  code: string
  kind: string
  until: Date | undefined
}

async function justMarked(reading: Reading, query: Query): Promise<Marked | undefined> {
  const what = marked.find((name) => one(query, name))
  if (!what) return undefined
  const row = await itemWaiting(reading, one(query, what), what === 'aside' ? 'later' : one(query, 'of'))
  return row && { what, id: row.id, code: row.code, kind: row.kind, until: row.aside?.until }
}

/** What the last decision was about, for the bar that takes it back. */
async function justDecided({ tx, actor }: Reading, query: Query): Promise<Decided | undefined> {
  const what = decisions.find((name) => one(query, name))
  const id = what === 'undone' ? one(query, 'item') : what && one(query, what)
  if (!what || !isUuid(id)) return undefined
  const [row] = await tx
    .select({
      code: cases.code,
      partner: referrals.partnerCode,
      state: referrals.state,
      version: referrals.version,
      approvedAt: referrals.approvedAt,
    })
    .from(referrals)
    .innerJoin(cases, eq(cases.id, referrals.caseId))
    .where(and(eq(referrals.id, id), within(actor)))
  return row && { what, id, ...row }
}

export type Together = { id: string; code: string; left: string | undefined }[]
/** What came of several that were let go together, each by its code, inside what this supervisor can see. */
async function cameTogether({ tx, actor }: Reading, query: Query): Promise<Together | undefined> {
  const came = readTogether(one(query, 'together'), one(query, 'left'))
  if (!came) return undefined
  const rows = await tx
    .select({ id: referrals.id, code: cases.code, state: referrals.state, by: referrals.approvedBy })
    .from(referrals)
    .innerJoin(cases, eq(cases.id, referrals.caseId))
    .where(
      and(
        inArray(
          referrals.id,
          came.map(({ id }) => id),
        ),
        within(actor),
      ),
    )
  // The address only says which: a second press, or an approval that was taken back, is told as it stands.
  return rows.map(({ id, code, state, by }) => {
    const left = came.find((some) => some.id === id)?.left
    if (state === 'PENDING_APPROVAL') return { id, code, left: left ?? 'other' }
    return { id, code, left: by === actor.userId && state !== 'CANCELLED' ? undefined : 'decided' }
  })
}
