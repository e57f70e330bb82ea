import { WorkPage } from '@/app/_frame/work-page'
import { ButtonLink } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/empty'
import { Head } from '@/app/_ui/head'
import { Pages } from '@/app/_ui/pages'
import { queryOf } from '@/lib/desks/log/filter'
import { readLog } from '@/lib/desks/log/read-log'
import { one, type Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { EventTable } from './event-table'
import { LogFilter } from './log-filter'

export default async function AuditPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const asked = {
    code: one(query, 'code'),
    actor: one(query, 'actor'),
    action: one(query, 'action'),
    outcome: one(query, 'outcome'),
    below: one(query, 'below'),
  }
  const page = await read({ action: 'audit.list', roles: ['DPO'] }, (reading) => readLog(reading, asked))
  const { t, view } = page
  const { below, ...kept } = view.filter
  const older = view.older && {
    href: `/audit${queryOf({ ...kept, below: view.older })}`,
    label: t('audit.older'),
  }
  const newest = below && { href: `/audit${queryOf(kept)}`, label: t('audit.newest') }
  return (
    <WorkPage page={page} title={t('audit.title')} under="/audit">
      <Head title={t('audit.title')} meta={t('audit.meta')} />
      <LogFilter view={view} t={t} />
      {view.events.length === 0 ? (
        <Empty
          title={t('audit.none')}
          actions={
            <ButtonLink href="/audit" calm>
              {t('audit.filter.clear')}
            </ButtonLink>
          }
        >
          {t('audit.none-more')}
        </Empty>
      ) : (
        <>
          <EventTable events={view.events} page={page} />
          <Pages
            label={t('audit.pages')}
            range={t('audit.range', { count: view.events.length })}
            previous={newest || undefined}
            next={older || undefined}
          />
        </>
      )}
    </WorkPage>
  )
}
