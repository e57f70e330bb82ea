import { WaysForm } from '@/app/_frame/ways-form'
import { WorkPage } from '@/app/_frame/work-page'
import { Crumb } from '@/app/_ui/crumb'
import { Head } from '@/app/_ui/head'
import { Narrow } from '@/app/_ui/layout'
import { supervisorWaysForm, teamWaysForm } from '@/lib/casework/notices/forms'
import { prepareWays } from '@/lib/desks/account/prepare-ways'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'

/** Which events by which way; who decides is told of other things than who works on a case. */
export default async function ChoicesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const page = await read({ action: 'notice.choices', roles: caseRoles }, (reading) =>
    prepareWays(
      reading,
      reading.actor.role === 'SUPERVISOR' ? 'notice.choose-as-supervisor' : 'notice.choose',
      query,
    ),
  )
  const { t, actor, view } = page
  const decides = actor.role === 'SUPERVISOR'
  return (
    <WorkPage keeps page={page} title={t('notices.choices.title')} under="/notices">
      <Crumb
        label={t('frame.crumb')}
        links={[{ href: '/notices', label: t('notices.title') }]}
        here={t('notices.choices.title')}
      />
      <Head title={t('notices.choices.title')} lead={t('notices.choices.lead')} />
      <Narrow>
        <WaysForm
          form={decides ? supervisorWaysForm : teamWaysForm}
          action={`/api/v1/notices/choices/${decides ? 'supervisor' : 'team'}`}
          view={view}
          page={page}
        />
      </Narrow>
    </WorkPage>
  )
}
