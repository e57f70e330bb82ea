import { WorkPage } from '@/app/_frame/work-page'
import { ButtonLink } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/empty'
import { Head } from '@/app/_ui/head'
import { Desk } from '@/app/_ui/panel'
import { Tabs } from '@/app/_ui/tabs'
import { kinds } from '@/lib/casework/staff/supervisor-queries'
import { viewQueue } from '@/lib/desks/queue/view-queue'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { DecidedBar } from './decided-bar'
import { DecisionPanel } from './decision-panel'
import { WaitingList } from './waiting-list'

export default async function QueuePage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const page = await read({ action: 'queue.view', roles: ['SUPERVISOR'] }, (reading) =>
    viewQueue(reading, query),
  )
  const { t, view } = page
  const tabs = [
    { href: '/queue', label: t('queue.tab.all'), count: view.total, current: view.tab === undefined },
    ...kinds.map((kind) => ({
      href: `/queue?kind=${kind}`,
      label: t(`queue.tab.${kind}`),
      count: view.counts[kind],
      current: view.tab === kind,
    })),
  ]
  const bar = view.decided && <DecidedBar decided={view.decided} page={page} />
  return (
    <WorkPage page={page} title={t('queue.title')} under="/queue">
      <Head title={t('queue.title')} meta={t('queue.meta')} />
      <Tabs label={t('queue.tabs')} tabs={tabs} />
      {view.waiting.length === 0 ? (
        <>
          <Empty
            title={t('queue.empty.title')}
            actions={<ButtonLink href="/cases">{t('queue.empty.cases')}</ButtonLink>}
          >
            {t('queue.empty.text')}
          </Empty>
          {bar}
        </>
      ) : (
        <Desk
          back={{ href: '/queue', label: t('queue.back') }}
          open={view.opened && view.panel !== undefined}
          list={<WaitingList waiting={view.waiting} current={view.panel?.id} tab={view.tab} page={page} />}
          panel={view.panel && <DecisionPanel panel={view.panel} waiting={view.waiting} page={page} />}
          undo={bar}
        />
      )}
    </WorkPage>
  )
}
