import { DraftNotice, errorText } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { WorkPage } from '@/app/_frame/work-page'
import { Button, ButtonLink } from '@/app/_ui/button'
import { RadioGroup } from '@/app/_ui/choices'
import { Crumb } from '@/app/_ui/crumb'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { openCaseForm } from '@/lib/alerts/form'
import { prepareTriage } from '@/lib/alerts/prepare-triage'
import { whoWords } from '@/lib/alerts/words'
import { wordingOf } from '@/lib/i18n/translate'
import type { Query } from '@/lib/read/query'
import { read } from '@/lib/read/read'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

export default async function OpenAlertPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'alert.open-case', roles: ['SUPERVISOR'] }, (reading) =>
    prepareTriage(reading, id, { form: 'alert.open-case', query, with: 'people' }),
  )
  const { t, locale, view } = page
  const { draft, alert } = view
  const form = { form: openCaseForm, draft, t, locale, values: { caseCode: query.case } }
  return (
    <WorkPage page={page} title={`${t('alerts.open.title')} – ${alert.code}`} under="/alerts">
      <Narrow>
        <Crumb
          label={t('frame.crumb')}
          links={[{ href: `/alerts/${id}`, label: alert.code }]}
          here={whoWords(alert, t)}
        />
        <DraftNotice {...form} />
        <div>
          <h1>{t('alerts.open.title')}</h1>
          <p className="lead">{t('alerts.open.lead')}</p>
        </div>
        <PostForm action={`/api/v1/alerts/${id}/open-case`} fields={hidden(alert.version)}>
          <RadioGroup
            name="lead"
            label={t('alerts.lead.label')}
            one
            value={draft?.values.lead?.toString()}
            error={draft?.errors.lead && errorText(t, 'alerts', 'lead', draft.errors.lead)}
            options={view.caseworkers.map((person) => ({
              value: person.id,
              label: <bdi>{person.name}</bdi>,
              hint: wordingOf(t, `session.role.${person.role}`, person.role),
            }))}
          />
          <div className="field row">
            <Button>{t('alerts.open.button')}</Button>
            <ButtonLink calm href={`/alerts/${id}`}>
              {t('forms.back')}
            </ButtonLink>
          </div>
        </PostForm>
      </Narrow>
    </WorkPage>
  )
}
