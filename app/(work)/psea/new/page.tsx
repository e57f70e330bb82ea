import { DraftNotice, FormField } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { WorkPage } from '@/app/_frame/work-page'
import { Button } from '@/app/_ui/button'
import { SelectField } from '@/app/_ui/choices'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { offered, partnerName } from '@/lib/base/codes/codes'
import { errorText } from '@/lib/base/i18n/problem-words'
import { abuseForm, ORGANISATIONS } from '@/lib/casework/psea/form'
import { prepareReport } from '@/lib/desks/psea/reports'
import { staffRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'

/** A report of abuse by an aid worker: on no page of a case, so that nothing of it stands there. */
export default async function TellPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const page = await read({ action: 'help.read', roles: staffRoles, silent: true }, (reading) =>
    prepareReport(reading, query),
  )
  const { t, locale, view } = page
  const { draft } = view
  const form = { form: abuseForm, draft, t, locale }
  const wrong = (name: 'organisation' | 'named') =>
    draft?.errors[name] && errorText(t, 'psea', name, draft.errors[name])
  return (
    <WorkPage page={page} title={t('psea.title')} under="/help">
      <Narrow>
        <DraftNotice {...form} />
        <div>
          <h1>{t('psea.title')}</h1>
          <p className="lead">{t('psea.lead')}</p>
        </div>
        <Note tone={view.hearer ? undefined : 'late'}>
          {view.hearer ? t('psea.who', { name: view.hearer }) : t('psea.nobody')}
        </Note>
        <Note>{t('psea.say')}</Note>
        <p>{t('psea.least')}</p>
        <PostForm action="/api/v1/psea" fields={hidden()}>
          <FormField name="safeNow" {...form} />
          <SelectField
            name="organisation"
            label={t('psea.organisation.label')}
            blank={t('forms.choose')}
            value={draft?.values.organisation?.toString()}
            error={wrong('organisation')}
            options={[
              ...ORGANISATIONS.map((value) => ({ value, label: t(`psea.organisation.${value}`) })),
              ...offered('partner').map(({ code }) => ({ value: code, label: partnerName(code, locale) })),
            ]}
          />
          <SelectField
            name="named"
            label={t('psea.named.label')}
            hint={t('psea.named.hint')}
            value={draft?.values.named?.toString() ?? ''}
            error={wrong('named')}
            options={[
              { value: '', label: t('psea.named.nobody') },
              ...view.colleagues.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <FormField name="words" {...form} />
          <div className="field row">
            <Button>{t('psea.button')}</Button>
          </div>
        </PostForm>
      </Narrow>
    </WorkPage>
  )
}
