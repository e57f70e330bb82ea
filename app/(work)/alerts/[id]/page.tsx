import { WorkPage } from '@/app/_frame/work-page'
import { viewAlert } from '@/lib/desks/triage/view-alert'
import { one, type Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { AlertFacts } from './alert-facts'
import { SentSlip } from './sent-slip'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

export default async function AlertPage({ params, searchParams }: Props) {
  const { id } = await params
  const done = one(await searchParams, 'done')
  const page = await read({ action: 'alert.view', roles: ['DTM_ENUM', 'SUPERVISOR'] }, (reading) =>
    viewAlert(reading, id),
  )
  const { t, view } = page
  return (
    <WorkPage page={page} title={t('alerts.view.title', { code: view.code })} under="/alerts">
      {view.own ? (
        <SentSlip alert={view.own} phone={view.phone} page={page} />
      ) : (
        <AlertFacts alert={view.alert} alike={view.alike} done={done} page={page} />
      )}
    </WorkPage>
  )
}
