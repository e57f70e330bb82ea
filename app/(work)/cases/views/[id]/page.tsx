import { DraftNotice, FormFields } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { WorkPage } from '@/app/_frame/work-page'
import { Button, ButtonLink } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Head } from '@/app/_ui/head'
import { Narrow } from '@/app/_ui/layout'
import { nameViewForm } from '@/lib/casework/views/forms'
import { viewWords } from '@/lib/desks/case-file/filter-words'
import { prepareNaming } from '@/lib/desks/case-file/kept-views'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

export default async function NameViewPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'view.name', roles: caseRoles }, (reading) =>
    prepareNaming(reading, id, query),
  )
  const { t, locale, view } = page
  const { kept, names, draft } = view
  const action = `/api/v1/cases/views/${kept.id}`
  return (
    <WorkPage keeps page={page} title={t('views.name.title')} under="/cases">
      <Head title={t(`views.name.${kept.name}`)} meta={viewWords(kept.filter, names, t)} />
      <Narrow>
        <DraftNotice form={nameViewForm} draft={draft} t={t} locale={locale} />
        {kept.mine ? (
          <>
            <PostForm main action={`${action}/name`} fields={hidden()}>
              <FormFields
                form={nameViewForm}
                values={{ name: kept.name }}
                draft={draft}
                t={t}
                locale={locale}
              />
              <div className="field row">
                <Button>{t('views.name.button')}</Button>
                <ButtonLink calm href="/cases/views">
                  {t('forms.back')}
                </ButtonLink>
              </div>
            </PostForm>
            <PostForm layout="row" action={`${action}/drop`} fields={hidden()}>
              <Button calm small>
                {t('views.drop.button')}
              </Button>
              <span className="meta">{t('views.drop.what')}</span>
            </PostForm>
          </>
        ) : (
          <p className="meta">{t('views.name.theirs')}</p>
        )}
      </Narrow>
    </WorkPage>
  )
}
