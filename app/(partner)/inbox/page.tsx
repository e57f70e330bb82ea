import { WorkPage } from '@/app/_frame/work-page'
import { Head } from '@/app/_ui/head'
import { Split } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { Tabs } from '@/app/_ui/tabs'
import { partnerName } from '@/lib/base/codes/codes'
import { listInbox } from '@/lib/desks/inbox/list-inbox'
import { TABS } from '@/lib/desks/inbox/tab-queries'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { HowItWorks } from './how-it-works'
import { InboxRows } from './inbox-rows'

export default async function InboxPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const page = await read({ action: 'inbox.list', roles: ['PARTNER_FP'], session: 'partner' }, (reading) =>
    listInbox(reading, query),
  )
  const { t, locale, actor, view } = page
  const tabs = TABS.map((tab) => ({
    href: `/inbox?tab=${tab}`,
    label: t(`inbox.tab.${tab}`),
    count: tab === 'done' ? undefined : view.counts[tab],
    current: tab === view.tab,
  }))
  return (
    <WorkPage page={page} title={t('inbox.title')} under="/inbox">
      <Head
        title={t('inbox.title')}
        meta={t('inbox.meta', { partner: partnerName(actor.partner ?? '', locale) })}
      />
      {view.toVerify > 0 && (
        <Note tone="soon" icon="warn">
          <a href="/services?check=1">{t('services.check.line', { count: view.toVerify })}</a>
        </Note>
      )}
      <Tabs label={t('inbox.tabs')} tabs={tabs} />
      <Split asideLabel={t('inbox.how.label')} aside={<HowItWorks t={t} />}>
        <InboxRows view={view} page={page} />
      </Split>
    </WorkPage>
  )
}
