import { ButtonLink } from '@/app/_ui/button'
import { Code } from '@/app/_ui/code'
import { Empty } from '@/app/_ui/empty'
import { Head } from '@/app/_ui/head'
import { Table } from '@/app/_ui/table'
import { label } from '@/lib/base/codes/codes'
import { moment } from '@/lib/base/i18n/dates'
import type { OwnAlerts as Listed } from '@/lib/desks/triage/list-alerts'
import type { Page } from '@/lib/platform/gate/read'
import { AlertPages } from './alert-pages'

type Props = { alerts: Listed; paged: boolean; page: Omit<Page<unknown>, 'view'> }

/** What an enumerator sees afterwards: code, place, time, waiting or handled. */
export function OwnAlerts({ alerts, paged, page }: Props) {
  const { t, locale } = page
  const raise = <ButtonLink href="/alerts/new">{t('frame.new-alert')}</ButtonLink>
  if (alerts.rows.length === 0)
    return (
      <>
        <h1>{t('alerts.own.title')}</h1>
        <Empty title={t('alerts.own.empty')} actions={raise}>
          {t('alerts.own.empty-more')}
        </Empty>
      </>
    )
  const rows = alerts.rows.map((alert) => ({
    key: alert.id,
    cells: [
      <a key="code" href={`/alerts/${alert.id}`}>
        <Code>{alert.code}</Code>
      </a>,
      label('fmp', alert.place, locale),
      moment(locale, alert.raisedAt),
      t(`alerts.own-state.${alert.state}`),
    ],
  }))
  const columns = (['code', 'place', 'when', 'state'] as const).map((name) => ({
    label: t(`alerts.own.${name}`),
  }))
  return (
    <>
      <Head title={t('alerts.own.title')} meta={t('alerts.own.meta')} actions={raise} />
      <Table caption={t('alerts.own.title')} quietCaption columns={columns} rows={rows} narrow="cards" />
      <AlertPages list={alerts} name="after" paged={paged} page={page} />
    </>
  )
}
