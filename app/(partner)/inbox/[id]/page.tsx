import { WorkPage } from '@/app/_frame/work-page'
import { viewReceived } from '@/lib/desks/inbox/view-received'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { BeforeOpening } from './before-opening'
import { OpenReferral } from './open-referral'
import { Stub } from './stub'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

export default async function ReceivedPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read(
    { action: 'inbox.view', roles: ['PARTNER_FP'], session: 'partner', byLink: true },
    (reading) => viewReceived(reading, id, query),
  )
  const { t, view } = page
  return (
    <WorkPage page={page} title={t('inbox.stub.title', { code: view.code })} under="/inbox">
      {view.kind === 'stub' && <Stub view={view} page={page} />}
      {view.kind === 'sealed' && <BeforeOpening view={view} page={page} />}
      {view.kind === 'open' && <OpenReferral view={view} page={page} />}
    </WorkPage>
  )
}
