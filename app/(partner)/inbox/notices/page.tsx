import { WaysForm } from '@/app/_frame/ways-form'
import { WorkPage } from '@/app/_frame/work-page'
import { Head } from '@/app/_ui/head'
import { Narrow } from '@/app/_ui/layout'
import { baseWaysForm } from '@/lib/casework/notices/forms'
import { prepareWays } from '@/lib/desks/account/prepare-ways'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'

/** By which way a base of an agency is told: by mail or by SMS, never by neither. */
export default async function BaseWaysPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const page = await read(
    { action: 'notice.base-choices', roles: ['PARTNER_FP'], session: 'partner' },
    (reading) => prepareWays(reading, 'notice.choose-for-base', query),
  )
  const { t, view } = page
  // What a message says is of no matter where none leaves.
  const leaves = view.leaves.mail || view.leaves.sms
  return (
    <WorkPage keeps page={page} title={t('notices.choices.menu')} under="/inbox/notices">
      <Head title={t('notices.choices.menu')} lead={leaves && t('notices.choices.lead-base')} />
      <Narrow>
        <WaysForm form={baseWaysForm} action="/api/v1/inbox/notices" view={view} page={page} />
      </Narrow>
    </WorkPage>
  )
}
