import { eq } from 'drizzle-orm'
import { isUuid } from '@/lib/base/forms/uuid'
import { type Kind, kinds, listWaiting } from '@/lib/casework/staff/supervisor-queries'
import { cases, referrals } from '@/lib/platform/db/schema'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { referralPanel } from './panel-queries'

/** The queue: everything that waits, one item open beside it, and the decision just taken. */
export async function viewQueue(reading: Reading, query: Query) {
  const everything = await listWaiting(reading)
  const tab = kinds.find((kind) => kind === one(query, 'kind'))
  const waiting = tab ? everything.filter((item) => item.kind === tab) : everything
  const asked = one(query, 'item')
  const chosen = asked ?? waiting.find((item) => item.kind !== 'alert')?.id
  const panel =
    chosen && waiting.some(({ id }) => id === chosen) ? await referralPanel(reading, chosen) : undefined
  const decided = await justDecided(reading, query)
  const counts = Object.fromEntries(
    kinds.map((kind) => [kind, everything.filter((item) => item.kind === kind).length]),
  ) as Record<Kind, number>
  return {
    view: { waiting, counts, total: everything.length, tab, panel, opened: asked !== undefined, decided },
    subject: { type: 'queue', id: panel?.id ?? '', caseId: null },
    detail: { count: everything.length },
  }
}

export const decisions = ['approved', 'returned', 'reassigned', 'reviewed', 'undone'] as const
export type Decided = {
  what: (typeof decisions)[number]
  id: string
  code: string
  partner: string
  state: string
  version: number
  approvedAt: Date | null
}

/** What the last decision was about, for the bar that takes it back. */
async function justDecided({ tx }: Reading, query: Query): Promise<Decided | undefined> {
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
    .where(eq(referrals.id, id))
  return row && { what, id, ...row }
}
