import { referralCode } from '@/lib/casework/numbers/referral-code'
import type { ClockRules } from '@/lib/casework/referrals/machine/due'
import { viewOf } from '@/lib/casework/referrals/machine/partner-situation'
import { openSlip } from '@/lib/casework/referrals/sharing/received-queries'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { referralRules } from '@/lib/platform/settings/read'
import { rowClock } from './clock'
import { countTabs, listTab, pageSize } from './queries'
import { isTab, TABS, type Tab } from './tab-queries'

type Row = Awaited<ReturnType<typeof listTab>>[number]

/** The inbox: one tab of it, by default the first in which something waits. Two statements. */
export async function listInbox(reading: Reading, query: Query) {
  const { toVerify, ...counts } = await countTabs(reading)
  const asked = one(query, 'tab')
  const tab = isTab(asked) ? asked : firstWaiting(counts)
  const rows = await listTab(reading, tab, one(query, 'after'))
  const rules = await referralRules(reading.tx)
  const shown = rows.slice(0, pageSize).map((row) => rowOf(row, reading.actor.now, rules))
  const next = rows.length > pageSize ? rows[pageSize - 1]?.cursor : undefined
  return {
    view: { tab, counts, toVerify, rows: shown, next, later: one(query, 'after') !== undefined },
    subject: { type: 'inbox', id: tab },
    detail: { count: shown.length },
  }
}

const firstWaiting = (counts: Record<string, number>): Tab =>
  (['new', 'answer', 'report', 'progress'] as const).find((tab) => (counts[tab] ?? 0) > 0) ?? TABS[0]

/** What a line says. Before opening: the need and how urgent it is; of what has ended: its code and state alone. */
function rowOf({ referral, share, key, waits }: Row, now: Date, rules: ClockRules) {
  const { id, state, service, priority, sentAt, partnerDeletedAt } = referral
  const slip = partnerDeletedAt ? undefined : openSlip({ share, key })
  const line = { id, code: referralCode(id), state, deleted: partnerDeletedAt !== null }
  if (viewOf(referral, { readable: slip !== undefined, now }) === 'STUB')
    return { ...line, stub: true as const, ...(waits && { waits }) }
  const { sex, age_band, cercle } = state === 'SENT' ? {} : (slip ?? {})
  return {
    ...line,
    stub: false as const,
    service,
    priority,
    sentAt,
    facts: { ...(sex && { sex }), ...(age_band && { age_band }), ...(cercle && { cercle }) },
    clock: rowClock(referral, now, rules),
  }
}
export type InboxView = Awaited<ReturnType<typeof listInbox>>['view']
export type InboxRow = InboxView['rows'][number]
