import { EntryFields } from '@/app/_frame/entry-fields'
import { DraftNotice, FormFields } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { WorkPage } from '@/app/_frame/work-page'
import { Button, ButtonLink } from '@/app/_ui/button'
import { SelectField } from '@/app/_ui/choices'
import { Crumb } from '@/app/_ui/crumb'
import { GetForm, PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { addForm } from '@/lib/casework/services/form'
import { prepareNewEntry } from '@/lib/desks/directory/prepare-entry'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'

type Props = { searchParams: Promise<Query> }

/** A new entry: from which office first, since an office has its own cercles. */
export default async function NewEntryPage({ searchParams }: Props) {
  const query = await searchParams
  const page = await read({ action: 'directory.add', roles: ['ADMIN'] }, (reading) =>
    prepareNewEntry(reading, query),
  )
  const { t, locale, view } = page
  const { office, cercles, draft } = view
  const form = { form: addForm, draft, t, locale }
  return (
    <WorkPage keeps page={page} title={t('services.add.title')} under="/directory">
      <Narrow>
        <Crumb
          label={t('frame.crumb')}
          links={[{ href: '/directory', label: t('services.title') }]}
          here={t('services.add.title')}
        />
        {office && <DraftNotice {...form} />}
        <div>
          <h1>{t('services.add.title')}</h1>
          <p className="lead">{t('services.add.lead')}</p>
        </div>
        {office ? (
          <PostForm main action="/api/v1/directory" fields={{ ...hidden(), office: office.id }}>
            <p>
              {t('services.add.of', { office: office.name })} ·{' '}
              <a href="/directory/new">{t('services.add.where')}</a>
            </p>
            <FormFields
              {...form}
              only={['partner', 'service', 'capacity', 'places', 'waitDays', 'pausedUntil']}
            />
            <EntryFields
              page={page}
              form={addForm}
              office={office.id}
              cercles={cercles}
              values={{ cercles }}
              draft={draft}
            />
            <div className="field row">
              <Button>{t('services.add.button')}</Button>
              <ButtonLink calm href="/directory">
                {t('forms.back')}
              </ButtonLink>
            </div>
          </PostForm>
        ) : (
          <GetForm action="/directory/new" layout="row" label={t('services.add.where')}>
            <SelectField
              name="office"
              label={t('services.add.where')}
              options={view.places.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <Button>{t('services.add.go')}</Button>
          </GetForm>
        )}
      </Narrow>
    </WorkPage>
  )
}
