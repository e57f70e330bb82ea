import { WorkPage } from '@/app/_frame/work-page'
import { Empty } from '@/app/_ui/empty'
import { Head } from '@/app/_ui/head'
import { Note } from '@/app/_ui/note'
import { Table } from '@/app/_ui/table'
import { Tabs } from '@/app/_ui/tabs'
import { partnerName } from '@/lib/base/codes/codes'
import { moment } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import { listReports } from '@/lib/desks/psea/reports'
import { staffRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'

/** What the focal point hears: when, whom to call back, by when. Nothing of any case. */
export default async function ReportsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const page = await read({ action: 'psea.list', roles: staffRoles }, (reading) =>
    listReports(reading, query),
  )
  const { t, locale, view } = page
  const columns = (['when', 'who', 'safe', 'organisation', 'clock'] as const).map((name) => ({
    label: t(`psea.list.${name}`),
  }))
  return (
    <WorkPage page={page} title={t('psea.list.title')} under="/psea">
      <Head title={t('psea.list.title')} />
      <Tabs
        label={t('psea.list.title')}
        tabs={[
          {
            href: '/psea',
            label: t('psea.list.waiting'),
            count: view.waiting,
            current: view.shown === 'waiting',
          },
          {
            href: '/psea?called=1',
            label: t('psea.list.called'),
            count: view.called,
            current: view.shown === 'called',
          },
          { href: '/psea?closed=1', label: t('psea.list.closed'), current: view.shown === 'closed' },
        ]}
      />
      {view.done && (
        <Note tone="good" live>
          {wordingOf(t, `psea.done.${view.done}`, '')}
        </Note>
      )}
      {view.total > view.rows.length && (
        <p className="meta">{t('psea.list.more', { count: view.rows.length, total: view.total })}</p>
      )}
      {view.rows.length === 0 ? (
        <Empty title={t('psea.list.empty')}>{t('psea.list.empty.more')}</Empty>
      ) : (
        <Table
          caption={t('psea.list.title')}
          quietCaption
          columns={columns}
          narrow="cards"
          rows={view.rows.map((row) => ({
            key: row.id,
            cells: [
              <a key="when" href={`/psea/${row.id}`}>
                {moment(locale, row.reportedAt)}
              </a>,
              <bdi key="who">{row.author}</bdi>,
              wordingOf(t, `psea.list.safe.${row.safeNow}`, ''),
              row.partner ? partnerName(row.partner, locale) : t('psea.organisation.OURS'),
              row.takenAt
                ? t('psea.read.taken', { at: moment(locale, row.takenAt) })
                : row.dueAt
                  ? moment(locale, row.dueAt)
                  : '',
            ],
          }))}
        />
      )}
    </WorkPage>
  )
}
