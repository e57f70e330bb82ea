import { DraftNotice, FormField } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { WorkPage } from '@/app/_frame/work-page'
import { Button, ButtonLink } from '@/app/_ui/button'
import { RadioGroup } from '@/app/_ui/choices'
import { PostForm } from '@/app/_ui/form'
import { Head } from '@/app/_ui/head'
import { Narrow } from '@/app/_ui/layout'
import { errorText } from '@/lib/base/i18n/problem-words'
import { listHref } from '@/lib/casework/views/filter'
import { keepViewForm, queryOf } from '@/lib/casework/views/forms'
import { viewWords } from '@/lib/desks/case-file/filter-words'
import { prepareKeeping } from '@/lib/desks/case-file/kept-views'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'

export default async function KeepViewPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const page = await read({ action: 'view.keep', roles: caseRoles }, (reading) =>
    prepareKeeping(reading, query),
  )
  const { t, locale, view } = page
  const { filter, names, draft } = view
  const wrong = draft?.errors.whose
  return (
    <WorkPage keeps page={page} title={t('views.keep.title')} under="/cases">
      <Head title={t('views.keep.title')} lead={t('views.list.lead')} />
      <Narrow>
        <DraftNotice form={keepViewForm} draft={draft} t={t} locale={locale} />
        <div>
          <h2>{t('views.keep.what')}</h2>
          <p>{viewWords(filter, names, t)}</p>
        </div>
        <PostForm main action="/api/v1/cases/views" fields={{ ...hidden(), filter: queryOf(filter) }}>
          <FormField form={keepViewForm} name="name" draft={draft} t={t} locale={locale} />
          {/* Only whoever supervises an office has more than themselves to choose from. */}
          {names.offices.length > 0 && (
            <RadioGroup
              name="whose"
              label={t('views.whose.label')}
              one
              value={draft?.values.whose?.toString() ?? ''}
              error={wrong && errorText(t, 'views', 'whose', wrong)}
              options={[
                { value: '', label: t('views.whose.own') },
                ...names.offices.map(({ id, name }) => ({
                  value: id,
                  label: t('views.whose.office', { office: name }),
                })),
              ]}
            />
          )}
          <div className="field row">
            <Button>{t('views.keep.button')}</Button>
            <ButtonLink calm href={listHref(filter)}>
              {t('forms.back')}
            </ButtonLink>
          </div>
        </PostForm>
      </Narrow>
    </WorkPage>
  )
}
