import { WorkPage } from '@/app/_frame/work-page'
import { listAlerts } from '@/lib/desks/triage/list-alerts'
import { one, type Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { OwnAlerts } from './own-alerts'
import { WaitingAlerts } from './waiting-alerts'

export default async function AlertsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const page = await read({ action: 'alert.list', roles: ['DTM_ENUM', 'SUPERVISOR'] }, (reading) =>
    listAlerts(reading, query),
  )
  const { t, view } = page
  return (
    <WorkPage page={page} title={t(view.own ? 'alerts.own.title' : 'alerts.waiting.title')} under="/alerts">
      {view.own ? (
        <OwnAlerts alerts={view.own} paged={view.paged} page={page} />
      ) : (
        <WaitingAlerts lists={view} closed={one(query, 'closed') === '1'} page={page} />
      )}
    </WorkPage>
  )
}
