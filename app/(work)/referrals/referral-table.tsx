import { ClockView } from '@/app/_frame/clock-view'
import { listedService } from '@/app/_frame/listed-service'
import { UrgencyTag } from '@/app/_frame/urgency-tag'
import { Code } from '@/app/_ui/code'
import { Hand } from '@/app/_ui/hand'
import { Table } from '@/app/_ui/table'
import { partnerName } from '@/lib/base/codes/codes'
import { day, time } from '@/lib/base/i18n/dates'
import { referralCode } from '@/lib/casework/numbers/referral-code'
import { leavesAt } from '@/lib/casework/referrals/machine/hold'
import { STATES } from '@/lib/casework/referrals/machine/states'
import { bandWords } from '@/lib/desks/case-file/words'
import type { Listed } from '@/lib/desks/referral/list-referrals'
import { between } from '@/lib/engines/clocks/between'
import type { Page } from '@/lib/platform/gate/read'

type Framed = { page: Omit<Page<unknown>, 'view'> }

/** One line a referral: what, for whom (never a name), whose turn, how long is left. */
export function ReferralTable({ page, rows, caption }: Framed & { rows: Listed[]; caption: string }) {
  const { t } = page
  const columns = (['code', 'what', 'who', 'state', 'clock'] as const).map((name) => ({
    label: t(`referrals.list.${name}`),
  }))
  return (
    <Table
      caption={caption}
      quietCaption
      columns={columns}
      rows={rows.map((row) => ({ key: row.id, cells: cellsOf(row, page) }))}
      narrow="duet"
    />
  )
}

function cellsOf(row: Listed, { t, locale, actor }: Framed['page']) {
  const partner = partnerName(row.partner, locale)
  const { turn } = STATES[row.state]
  // A supervisor's list stands open on a desk: of a restricted case it says no more than the queue does. Its team works with it.
  const closed = row.restricted && actor.role === 'SUPERVISOR'
  const clock = row.dueAt && between(row.dueKind ?? '', { since: row.since, due: row.dueAt }, actor.now)
  return [
    <a key="code" href={`/referrals/${row.id}`}>
      <Code>{referralCode(row.id)}</Code>
    </a>,
    <span key="what">
      {closed ? (
        t('queue.restricted-meta')
      ) : (
        <>
          {listedService(row.service, { t, locale })} · {partner} <UrgencyTag urgency={row.priority} t={t} />
        </>
      )}
    </span>,
    <span key="who">
      <Code>{row.code}</Code>{' '}
      <span className="meta">
        {row.restricted ? t('referrals.list.restricted') : bandWords(row, { t, locale, now: actor.now })}
      </span>
    </span>,
    <span key="state">
      {t(`referrals.state.${row.state}`)}
      {turn !== 'nobody' && (
        <>
          {' '}
          <Hand side={turn}>
            {closed && turn === 'them' ? t('work.relay.them') : t(`referrals.turn.${turn}`, { partner })}
          </Hand>
        </>
      )}
    </span>,
    clock ? (
      <ClockView key="clock" clock={clock} t={t} />
    ) : (
      <span key="clock">{withoutClock(row, { t, locale, actor })}</span>
    ),
  ]
}

/** What is approved leaves within minutes, or has yet to; of what is over, the day. */
function withoutClock(
  { state, since }: Listed,
  { t, locale, actor }: Pick<Framed['page'], 't' | 'locale' | 'actor'>,
) {
  if (state !== 'APPROVED') return day(locale, since)
  const at = leavesAt(since)
  return t(at > actor.now ? 'referrals.list.leaves' : 'referrals.list.leaving', { at: time(locale, at) })
}
