import { redirect } from 'next/navigation'
import { WorkPage } from '@/app/_frame/work-page'
import { Button, ButtonLink } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/empty'
import { TextField } from '@/app/_ui/fields'
import { GetForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { findCase } from '@/lib/desks/case-file/find-case'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'

export default async function SearchPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const page = await read({ action: 'case.search', roles: caseRoles }, (reading) => findCase(reading, query))
  const { t, view } = page
  if (view.found) redirect(view.found)
  return (
    <WorkPage page={page} title={t('cases.search.title')} under="/cases">
      <Narrow>
        <h1>{t('cases.search.title')}</h1>
        <GetForm action="/search" label={t('cases.search.title')}>
          <TextField
            name="q"
            label={t('cases.search.label')}
            hint={t('cases.search.hint')}
            value={view.typed.slice(0, 40)}
            width="w12"
            dir="ltr"
          />
          <p>
            <Button>{t('cases.search.button')}</Button>
          </p>
        </GetForm>
        {view.typed && (
          <Empty
            title={t(view.code ? 'cases.search.none' : 'cases.search.not-a-code')}
            actions={
              <ButtonLink calm href="/cases">
                {t('cases.search.list')}
              </ButtonLink>
            }
          >
            {t(view.code ? 'cases.search.none-more' : 'cases.search.not-a-code-more')}
          </Empty>
        )}
      </Narrow>
    </WorkPage>
  )
}
