import { WorkPage } from '@/app/_frame/work-page'
import { Empty } from '@/app/_ui/empty'
import { Head } from '@/app/_ui/head'
import { Narrow } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { listHref } from '@/lib/casework/views/filter'
import type { KeptView } from '@/lib/casework/views/queries'
import { viewWords } from '@/lib/desks/case-file/filter-words'
import { listViews } from '@/lib/desks/case-file/kept-views'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'

export default async function ViewsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const page = await read({ action: 'view.list', roles: caseRoles }, (reading) => listViews(reading, query))
  const { t, view } = page
  const { kept, names, done } = view
  const lineOf = (one: KeptView) => {
    const name = t(`views.name.${one.name}`)
    return (
      <li key={one.id}>
        <span>
          <a href={listHref(one.filter)}>{name}</a>
          <small>{viewWords(one.filter, names, t)}</small>
          {one.mine && (
            <small>
              <a href={`/cases/views/${one.id}`} aria-label={t('views.list.change-one', { name })}>
                {t('views.list.change')}
              </a>
            </small>
          )}
        </span>
      </li>
    )
  }
  const places = [...new Set(kept.map(({ office }) => office?.name))]
  return (
    <WorkPage page={page} title={t('views.list.title')} under="/cases">
      <Head title={t('views.list.title')} lead={t('views.list.lead')} />
      {done && (
        <Note tone="good" live>
          {t(`views.done.${done}`)}
        </Note>
      )}
      <Narrow>
        {kept.length === 0 && <Empty title={t('views.list.title')}>{t('views.list.none')}</Empty>}
        {places.map((place) => (
          <div key={place ?? ''}>
            <h2>{place === undefined ? t('views.list.own') : t('views.list.office', { office: place })}</h2>
            <ul className="ticks">{kept.filter(({ office }) => office?.name === place).map(lineOf)}</ul>
          </div>
        ))}
        <p>
          <a href="/cases">{t('views.list.back')}</a>
        </p>
      </Narrow>
    </WorkPage>
  )
}
