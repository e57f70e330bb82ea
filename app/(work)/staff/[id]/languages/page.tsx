import { DraftNotice } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { SearchedCodes } from '@/app/_frame/searched-codes'
import { WorkPage } from '@/app/_frame/work-page'
import { Button, ButtonLink } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Head } from '@/app/_ui/head'
import { Narrow } from '@/app/_ui/layout'
import { languagesForm } from '@/lib/casework/staff/languages'
import { prepareLanguages } from '@/lib/desks/staff/prepare-languages'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

export default async function LanguagesPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'staff.languages', roles: ['SUPERVISOR'] }, (reading) =>
    prepareLanguages(reading, id, query),
  )
  const { t, locale, view } = page
  const { known, languages, usual, draft } = view
  return (
    <WorkPage keeps page={page} title={t('staff.languages.title')} under="/staff">
      <Head title={t('staff.languages.of', { name: known.name })} lead={t('staff.languages.why')} />
      <Narrow>
        <DraftNotice form={languagesForm} draft={draft} t={t} locale={locale} />
        <PostForm main action={`/api/v1/staff/${id}/languages`} fields={hidden()}>
          <SearchedCodes
            name="languages"
            more="moreLanguage"
            list="language"
            usual={usual}
            draft={draft}
            values={{ languages, moreLanguage: '' }}
            page={page}
          />
          <p className="row">
            <Button>{t('staff.languages.button')}</Button>
            <ButtonLink calm href={`/staff/${id}`}>
              {t('forms.back')}
            </ButtonLink>
          </p>
        </PostForm>
      </Narrow>
    </WorkPage>
  )
}
