import { WorkPage } from '@/app/_frame/work-page'
import { Empty } from '@/app/_ui/empty'
import { readDay, workRoles } from '@/lib/desks/work/read-day'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { AdminHome } from './admin-home'
import { CaseworkerHome } from './caseworker-home'
import { DpoHome } from './dpo-home'
import { EnumeratorHome } from './enumerator-home'
import { type Framed, greeting } from './framed'
import { ImHome } from './im-home'
import { OpeningsNotice } from './openings-notice'
import { PseaNotice } from './psea-notice'
import { SupervisorHome } from './supervisor-home'

type DayView = Awaited<ReturnType<typeof readDay>>['view']

export default async function WorkDayPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const page = await read({ action: 'work.day', roles: workRoles }, (reading) => readDay(reading, query))
  return (
    <WorkPage page={page} title={page.t('work.title')} under="/work">
      {page.view.psea !== null && <PseaNotice waiting={page.view.psea} page={page} />}
      {page.view.openings > 0 && <OpeningsNotice waiting={page.view.openings} page={page} />}
      <Home view={page.view} page={page} />
    </WorkPage>
  )
}

function Home({ view, page }: { view: DayView; page: Framed }) {
  switch (view.kind) {
    case 'caseworker':
      return <CaseworkerHome day={view} page={page} />
    case 'supervisor':
      return <SupervisorHome day={view} page={page} />
    case 'enumerator':
      return <EnumeratorHome day={view} page={page} />
    case 'im':
      return <ImHome day={view} page={page} />
    case 'dpo':
      return <DpoHome day={view} page={page} />
    case 'admin':
      return <AdminHome day={view} page={page} />
    default:
      return <DonorHome page={page} />
  }
}

function DonorHome({ page }: { page: Framed }) {
  const { t } = page
  return (
    <>
      <h1>{greeting(page)}</h1>
      <Empty title={t('work.donor.title')}>{t('work.donor.text')}</Empty>
    </>
  )
}
