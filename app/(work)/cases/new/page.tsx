import { DraftNotice, FormField } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { WorkPage } from '@/app/_frame/work-page'
import { Button } from '@/app/_ui/button'
import { SelectField } from '@/app/_ui/choices'
import { PostForm } from '@/app/_ui/form'
import { Columns, Narrow } from '@/app/_ui/layout'
import { label } from '@/lib/base/codes/codes'
import { errorText } from '@/lib/base/i18n/problem-words'
import { firstPageForm } from '@/lib/casework/registration/form'
import { prepareWalkIn } from '@/lib/desks/case-file/prepare-walk-in'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { AnswerFields } from '../[code]/answer-fields'

export default async function NewCasePage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const page = await read({ action: 'case.prepare', roles: caseworkerRoles }, (reading) =>
    prepareWalkIn(reading, query),
  )
  const { t, locale, view } = page
  const { draft, cercles } = view
  const field = (name: string) => (
    <FormField name={name} form={firstPageForm} draft={draft} t={t} locale={locale} />
  )
  return (
    <WorkPage keeps page={page} title={t('cases.list.register')} under="/cases">
      <Narrow>
        <DraftNotice form={firstPageForm} draft={draft} t={t} locale={locale} />
        <div>
          <h1>{t('cases.list.register')}</h1>
          <p className="lead">{t('cases.new.lead')}</p>
          <p className="meta">
            {t('cases.new.known')} <a href="/search">{t('search.title')}</a>
          </p>
        </div>
        <PostForm main action="/api/v1/cases" fields={hidden()}>
          <Columns>
            {field('source')}
            <SelectField
              name="cercle"
              label={t('consents.cercle.label')}
              hint={t('consents.cercle.hint')}
              blank={t('forms.choose')}
              value={draft?.values.cercle?.toString()}
              error={draft?.errors.cercle && errorText(t, 'consents', 'cercle', draft.errors.cercle)}
              options={cercles.map((code) => ({ value: code, label: label('admin2_2014', code, locale) }))}
            />
          </Columns>
          {field('sex')}
          <Columns>
            {field('age')}
            {field('ageBasis')}
          </Columns>
          <blockquote className="box ground prose">
            <p>{t('consents.aloud.CASE_MGMT')}</p>
          </blockquote>
          <AnswerFields draft={draft} child={undefined} page={page} />
          <blockquote className="box ground prose">
            <p>{t('consents.aloud.STATS')}</p>
          </blockquote>
          {field('stats')}
          <div className="field">
            <Button>{t('forms.continue')}</Button>
          </div>
          <p className="meta">
            {t('cases.new.after')} {t('same.background')}
          </p>
        </PostForm>
      </Narrow>
    </WorkPage>
  )
}
