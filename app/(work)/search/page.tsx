import { redirect } from 'next/navigation'
import { SearchForm } from '@/app/_frame/search-form'
import { WorkPage } from '@/app/_frame/work-page'
import { ButtonLink } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/empty'
import { Narrow } from '@/app/_ui/layout'
import type { MessageKey } from '@/lib/base/i18n/dictionary'
import { search } from '@/lib/desks/search/search'
import { caseRoles, isCaseworker } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { type Page, read } from '@/lib/platform/gate/read'
import { FoundList } from './found-list'

const EMPTY: Readonly<Record<string, readonly [title: MessageKey, more: MessageKey]>> = {
  'no-code': ['search.no-code.title', 'search.no-code.more'],
  'not-understood': ['search.unread.title', 'search.unread.more'],
  'too-many': ['search.many.title', 'search.many.more'],
  list: ['search.none.title', 'search.none.more'],
}

export default async function SearchPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const page = await read({ action: 'case.search', roles: caseRoles }, (reading) => search(reading, query))
  const { t, view } = page
  const { outcome } = view
  if (outcome.kind === 'code') redirect(outcome.found)
  const listed = outcome.kind === 'list' && outcome.files.length + outcome.alerts.length > 0
  return (
    <WorkPage page={page} title={t('search.title')} under="/search">
      <Narrow>
        <div>
          <h1>{listed ? t('search.found', { count: outcome.total }) : t('search.title')}</h1>
          {listed && <p className="meta">{t('search.within')}</p>}
        </div>
        {listed ? (
          <FoundList outcome={outcome} typed={view.typed} page={page} />
        ) : (
          <Nothing kind={outcome.kind} page={page} />
        )}
        <SearchForm t={t} typed={view.typed} />
      </Narrow>
    </WorkPage>
  )
}

/** Why there is no list, and where to go on; never a hint that somebody out of reach bears the name. */
function Nothing({ kind, page: { t, actor } }: { kind: string; page: Omit<Page<unknown>, 'view'> }) {
  const words = EMPTY[kind]
  return (
    words && (
      <Empty
        title={t(words[0])}
        actions={
          <>
            {kind === 'list' && isCaseworker(actor.role) && (
              <ButtonLink calm href="/cases/new">
                {t('search.register')}
              </ButtonLink>
            )}
            <ButtonLink calm href="/cases">
              {t('search.list')}
            </ButtonLink>
          </>
        }
      >
        {t(words[1])}
      </Empty>
    )
  )
}
