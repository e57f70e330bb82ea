import { ClockView } from '@/app/_frame/clock-view'
import { UrgencyTag } from '@/app/_frame/urgency-tag'
import { ButtonLink } from '@/app/_ui/button'
import { Code } from '@/app/_ui/code'
import { Empty } from '@/app/_ui/empty'
import { Head } from '@/app/_ui/head'
import { Section } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { QueueList } from '@/app/_ui/queue-list'
import { Tag } from '@/app/_ui/tag'
import { moment } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import { triageClock } from '@/lib/casework/alerts/due'
import type { AlertsPage, ListedAlert } from '@/lib/desks/triage/list-alerts'
import { whenceWords, whoWords } from '@/lib/desks/triage/words'
import type { Page } from '@/lib/platform/gate/read'
import { AlertPages } from './alert-pages'

type Props = {
  lists: { waiting: AlertsPage; triaged: AlertsPage; paged: boolean; back: boolean }
  closed: boolean
  page: Omit<Page<unknown>, 'view'>
}

/** A supervisor's alerts: what waits, most pressing first, then what was decided. */
export function WaitingAlerts({ lists, closed, page }: Props) {
  const { t, locale, actor } = page
  const { waiting, triaged } = lists
  const row = (alert: ListedAlert) => ({
    href: `/alerts/${alert.id}`,
    what: whoWords(alert, t),
    meta: `${whenceWords(alert.place, locale)} · ${t('alerts.row.received', { at: moment(locale, alert.raisedAt) })}`,
  })
  const clock = (alert: ListedAlert) => {
    const found = triageClock(alert, actor.now)
    return found && <ClockView clock={found} t={t} />
  }
  return (
    <>
      <Head title={t('alerts.waiting.title')} meta={t('alerts.waiting.meta', { count: waiting.total })} />
      <p>
        <a href="/alerts/inbound">{t('inbound.link')}</a>
      </p>
      {closed && (
        <Note tone="good" icon="ok" live>
          {t('alerts.waiting.closed')}
        </Note>
      )}
      {waiting.rows.length === 0 ? (
        <Empty
          title={t('alerts.waiting.empty')}
          actions={<ButtonLink href="/queue">{t('frame.queue')}</ButtonLink>}
        >
          {t('alerts.waiting.empty-more')}
        </Empty>
      ) : (
        <QueueList
          label={t('alerts.waiting.title')}
          rows={waiting.rows.map((alert) => ({
            ...row(alert),
            ask: t('alerts.waiting.ask'),
            clock: clock(alert),
            tag: <UrgencyTag urgency={alert.urgency} t={t} />,
          }))}
        />
      )}
      <AlertPages list={waiting} name="after" paged={lists.paged} page={page} />
      {triaged.rows.length > 0 && (
        <Section title={t('alerts.waiting.triaged')} tight>
          <QueueList
            label={t('alerts.waiting.triaged')}
            rows={triaged.rows.map((alert) => ({
              ...row(alert),
              ask: <Code>{alert.code}</Code>,
              tag: <Tag>{wordingOf(t, `alerts.state.${alert.state}`, alert.state)}</Tag>,
            }))}
          />
          <AlertPages list={triaged} name="before" paged={lists.back} page={page} />
        </Section>
      )}
    </>
  )
}
