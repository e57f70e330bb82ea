import { WorkPage } from '@/app/_frame/work-page'
import { viewAlert } from '@/lib/desks/triage/view-alert'
import { read } from '@/lib/platform/gate/read'
import { AlertFacts } from './alert-facts'
import { SentSlip } from './sent-slip'

export default async function AlertPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const page = await read({ action: 'alert.view', roles: ['DTM_ENUM', 'SUPERVISOR'] }, (reading) =>
    viewAlert(reading, id),
  )
  const { t, view } = page
  return (
    <WorkPage page={page} title={t('alerts.view.title', { code: view.code })} under="/alerts">
      {view.own ? (
        <SentSlip alert={view.own} phone={view.phone} page={page} />
      ) : (
        <AlertFacts alert={view.alert} alike={view.alike} page={page} />
      )}
    </WorkPage>
  )
}
