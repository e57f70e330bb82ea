import { WorkPage } from '@/app/_frame/work-page'
import { ButtonLink } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/empty'
import { Head } from '@/app/_ui/head'
import { Pages } from '@/app/_ui/pages'
import { Tabs } from '@/app/_ui/tabs'
import { listReferrals } from '@/lib/desks/referral/list-referrals'
import { tabs } from '@/lib/desks/referral/tabs'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { ReferralTable } from './referral-table'

/** All referrals of my cases or offices, by what has to happen next. */
export default async function ReferralsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const page = await read({ action: 'referral.list', roles: caseRoles }, (reading) =>
    listReferrals(reading, query),
  )
  const { t, view } = page
  const here = `/referrals?tab=${view.tab}`
  return (
    <WorkPage page={page} title={t('referrals.list.title')} under="/referrals">
      <Head title={t('referrals.list.title')} />
      <Tabs
        label={t('referrals.list.tabs')}
        tabs={tabs.map((name) => ({
          href: `/referrals?tab=${name}`,
          label: t(`referrals.tab.${name}`),
          count: view.counts[name],
          current: name === view.tab,
        }))}
      />
      {view.rows.length === 0 ? (
        <Empty
          title={t(`referrals.list.empty.${view.tab}`)}
          actions={<ButtonLink href="/cases">{t('referrals.list.to-cases')}</ButtonLink>}
        >
          {t('referrals.list.empty.more')}
        </Empty>
      ) : (
        <ReferralTable page={page} rows={view.rows} caption={t(`referrals.tab.${view.tab}`)} />
      )}
      {(view.next || !view.first) && (
        <Pages
          label={t('referrals.list.pages')}
          range={t('referrals.list.range', { count: view.rows.length })}
          previous={view.first ? undefined : { href: here, label: t('referrals.list.first') }}
          next={
            view.next ? { href: `${here}&after=${view.next}`, label: t('referrals.list.next') } : undefined
          }
        />
      )}
    </WorkPage>
  )
}
