import { WorkPage } from '@/app/_frame/work-page'
import { Button, ButtonLink } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/empty'
import { GetForm } from '@/app/_ui/form'
import { Head } from '@/app/_ui/head'
import { Note } from '@/app/_ui/note'
import { Pages } from '@/app/_ui/pages'
import { Tabs } from '@/app/_ui/tabs'
import { caseViews, listHref } from '@/lib/casework/views/filter'
import { type CaseList, listCases } from '@/lib/desks/case-file/list-cases'
import { caseRoles } from '@/lib/platform/access/roles'
import { one, type Query } from '@/lib/platform/gate/query'
import { type Page, read } from '@/lib/platform/gate/read'
import { CaseFilters } from './case-filters'
import { CaseTable } from './case-table'
import { EndedTable } from './ended-table'
import { KeptTabs } from './kept-tabs'

export default async function CasesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const page = await read({ action: 'case.list', roles: caseRoles }, (reading) => listCases(reading, query))
  const { t, view } = page
  const { filter, lines, ended, next } = view
  const shown = lines.length + ended.length
  const register = view.supervises ? undefined : (
    <ButtonLink href="/cases/new" icon="plus">
      {t('cases.list.register')}
    </ButtonLink>
  )
  const here = listHref(filter)
  const done = one(query, 'done')
  return (
    <WorkPage page={page} title={t('cases.list.title')} under="/cases">
      <Head
        title={t('cases.list.title')}
        meta={
          view.supervises ? (
            t('cases.list.of-offices')
          ) : (
            <>
              {t('cases.list.of-mine')} · <a href="/alerts/inbound">{t('inbound.link')}</a>
            </>
          )
        }
        actions={register}
      />
      {(done === 'left' || done === 'kept') && (
        <Note tone="good" live>
          {t(done === 'left' ? 'cases.done.left' : 'views.done.kept')}
        </Note>
      )}
      <Tabs
        label={t('cases.list.views')}
        tabs={caseViews.map((name) => ({
          href: listHref({ view: name }),
          label: t(`cases.view.${name}`),
          count: name === 'closed' ? undefined : view.counts?.[name],
          current: filter.view === name,
        }))}
      />
      {view.kept.length > 0 && <KeptTabs list={view} page={page} />}
      <CaseFilters list={view} page={page} />
      {shown === 0 ? (
        <Empty title={t(`cases.empty.${filter.view}`)} actions={register}>
          {emptyWords(view, page)}
        </Empty>
      ) : filter.view === 'closed' ? (
        <EndedTable rows={ended} page={page} />
      ) : (
        <Living list={view} page={page} />
      )}
      {(next || view.paged) && (
        <Pages
          label={t('cases.list.pages')}
          range={t('cases.list.range', { count: shown })}
          previous={view.paged ? { href: here, label: t('cases.list.first') } : undefined}
          next={next ? { href: listHref(filter, { after: next }), label: t('cases.list.next') } : undefined}
        />
      )}
    </WorkPage>
  )
}

/** Where else work may wait, or which filter to take away; how a first case comes here. */
function emptyWords({ filter, supervises }: CaseList, { t }: Omit<Page<unknown>, 'view'>) {
  if (listHref(filter) !== listHref({ view: filter.view, sort: filter.sort }))
    return t('cases.empty.filtered')
  if (filter.view === 'turn')
    return (
      <a href={supervises ? '/queue' : '/work'}>
        {t(supervises ? 'cases.empty.turn-decides' : 'cases.empty.turn-works')}
      </a>
    )
  return filter.view === 'open' && !supervises ? t('cases.empty.more') : null
}

/** A supervisor's list is a question: to whom do the ticked cases go? */
function Living({ list, page }: { list: CaseList; page: Omit<Page<unknown>, 'view'> }) {
  const table = <CaseTable list={list} page={page} />
  if (!list.supervises) return table
  return (
    <GetForm action="/cases/hand-over" layout="bare">
      {table}
      <p className="row">
        <Button calm small>
          {page.t('staff.hand.bulk')}
        </Button>
        <span className="meta">{page.t('staff.hand.bulk.more')}</span>
      </p>
    </GetForm>
  )
}
