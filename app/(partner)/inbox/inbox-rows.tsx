import { ClockView } from '@/app/_frame/clock-view'
import { UrgencyTag } from '@/app/_frame/urgency-tag'
import { ButtonLink } from '@/app/_ui/button'
import { Code } from '@/app/_ui/code'
import { Empty } from '@/app/_ui/empty'
import { Pages } from '@/app/_ui/pages'
import { QueueList, type QueueRow } from '@/app/_ui/queue-list'
import { Tag } from '@/app/_ui/tag'
import { label } from '@/lib/base/codes/codes'
import { moment } from '@/lib/base/i18n/dates'
import { isMessageKey, wordingOf } from '@/lib/base/i18n/translate'
import { STATES } from '@/lib/casework/referrals/machine/states'
import { factWords } from '@/lib/casework/referrals/sharing/fact-words'
import type { InboxRow, InboxView } from '@/lib/desks/inbox/list-inbox'
import type { Page } from '@/lib/platform/gate/read'

type Framed = { page: Omit<Page<unknown>, 'view'> }

/** One tab's lines, or what comes next when it has none. */
export function InboxRows({ view, page }: Framed & { view: InboxView }) {
  const { t } = page
  if (view.rows.length === 0) return <NothingHere view={view} page={page} />
  return (
    <>
      <QueueList label={t(`inbox.tab.${view.tab}`)} rows={view.rows.map((row) => lineOf(row, page))} />
      {(view.next || view.later) && (
        <Pages
          label={t(`inbox.tab.${view.tab}`)}
          range={t('inbox.shown', { count: view.rows.length })}
          previous={view.later ? { href: `/inbox?tab=${view.tab}`, label: t('inbox.first') } : undefined}
          next={
            view.next
              ? { href: `/inbox?tab=${view.tab}&after=${view.next}`, label: t('inbox.next') }
              : undefined
          }
        />
      )}
    </>
  )
}

function NothingHere({ view, page: { t } }: Framed & { view: InboxView }) {
  const onward = (['new', 'answer', 'report', 'progress'] as const).find((tab) => view.counts[tab] > 0)
  const actions = onward && (
    <ButtonLink href={`/inbox?tab=${onward}`}>{t(`inbox.empty.to-${onward}`)}</ButtonLink>
  )
  return (
    <Empty title={t(`inbox.empty.${view.tab}`)} actions={actions}>
      {t(`inbox.empty.${view.tab}.more`)}
    </Empty>
  )
}

function lineOf(row: InboxRow, { t, locale }: Framed['page']): QueueRow {
  const href = `/inbox/${row.id}`
  if (row.stub) return stubLine(row, href, t)
  const isNew = row.state === 'SENT'
  const facts = factWords(row.facts, { t, locale }).map(({ value }) => value)
  const about = isNew && row.sentAt ? [t('inbox.row.received', { at: moment(locale, row.sentAt) })] : facts
  return {
    href,
    ask: (
      <>
        {label('service_type', row.service, locale)}
        {isNew && (
          <>
            {' '}
            <Tag tone="them">{t('inbox.row.new')}</Tag>
          </>
        )}
      </>
    ),
    meta: (
      <>
        <Code>{row.code}</Code> {about.map((one) => `· ${one}`).join(' ')}
      </>
    ),
    ...endOf(row, t),
  }
}

/** The end of a line: how long is left and how urgent; while it waits for us or is over, its state alone. */
function endOf(
  row: Exclude<InboxRow, { stub: true }>,
  t: Framed['page']['t'],
): Pick<QueueRow, 'clock' | 'tag'> {
  const state = <Tag>{wordingOf(t, `referrals.partnerState.${row.state}`, row.state)}</Tag>
  if (row.clock)
    return { clock: <ClockView clock={row.clock} t={t} />, tag: <UrgencyTag urgency={row.priority} t={t} /> }
  return row.state === 'INFO_REQUESTED'
    ? { clock: state, tag: <UrgencyTag urgency={row.priority} t={t} /> }
    : { clock: state }
}

/** Code and state, nothing else. What we ended asks for the copy; after their own "no" or a service given it is calm. */
function stubLine(row: InboxRow & { stub: true }, href: string, t: Framed['page']['t']): QueueRow {
  if (row.waits) return { href, ask: t('inbox.over.WAITS'), meta: <Code>{row.code}</Code> }
  const key = `inbox.over.${row.state}`
  const over = t(isMessageKey(key) ? key : 'inbox.over.ENDED')
  const calm = row.deleted || STATES[row.state].tabs.them === 'done'
  const copy = row.deleted ? (
    <Tag tone="good">{t('inbox.row.deleted')}</Tag>
  ) : (
    <Tag>{t('inbox.row.copy')}</Tag>
  )
  return {
    href,
    ask: calm ? over : t('inbox.row.erase'),
    what: calm ? undefined : over,
    meta: <Code>{row.code}</Code>,
    clock: (calm || row.deleted) && copy,
  }
}
