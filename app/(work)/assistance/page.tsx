import { WorkPage } from '@/app/_frame/work-page'
import { Empty } from '@/app/_ui/empty'
import { Head } from '@/app/_ui/head'
import { Pages } from '@/app/_ui/pages'
import { month as monthWords } from '@/lib/base/i18n/dates'
import { helpHref } from '@/lib/desks/assistance/filter'
import { listHelp } from '@/lib/desks/assistance/list-assistance'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { HelpFilters } from './help-filters'
import { HelpTable } from './help-table'
import { HelpTotals } from './help-totals'

/** Help given in one month, in the cases of whoever asks: what it comes to by service, and line by line. */
export default async function HelpPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const page = await read({ action: 'assistance.browse', roles: caseRoles }, (reading) =>
    listHelp(reading, query),
  )
  const { t, locale, view } = page
  const title = t('assistance.browse.title', { month: monthWords(locale, view.filter.month.first) })
  return (
    <WorkPage page={page} title={title} under="/assistance">
      <Head title={title} meta={t('assistance.browse.lead', { count: view.lines })} />
      <HelpFilters list={view} page={page} />
      {view.rows.length === 0 ? (
        <Empty title={t('assistance.browse.empty')}>{t('assistance.browse.empty-more')}</Empty>
      ) : (
        <>
          <HelpTotals list={view} page={page} />
          <HelpTable rows={view.rows} page={page} />
        </>
      )}
      {(view.next || !view.first) && (
        <Pages
          label={t('assistance.browse.pages')}
          range={t('assistance.browse.range', { count: view.rows.length, of: view.lines })}
          previous={
            view.first ? undefined : { href: helpHref(view.filter), label: t('assistance.browse.first') }
          }
          next={
            view.next
              ? { href: helpHref(view.filter, view.next), label: t('assistance.browse.next') }
              : undefined
          }
        />
      )}
    </WorkPage>
  )
}
