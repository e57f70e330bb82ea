import { QuestionPage } from '@/app/_frame/question-page'
import { RadioGroup } from '@/app/_ui/choices'
import { errorText } from '@/lib/base/i18n/problem-words'
import { wordingOf } from '@/lib/base/i18n/translate'
import { openCaseForm } from '@/lib/casework/alerts/form'
import { prepareTriage } from '@/lib/desks/triage/prepare-triage'
import { whoWords } from '@/lib/desks/triage/words'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { AlertBrief } from '../alert-brief'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

export default async function OpenAlertPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'alert.open-case', roles: ['SUPERVISOR'] }, (reading) =>
    prepareTriage(reading, id, { form: 'alert.open-case', query, with: 'people' }),
  )
  const { t, view } = page
  const { draft, alert } = view
  return (
    <QuestionPage
      page={page}
      under="/alerts"
      title={t('alerts.open.title')}
      lead={t('alerts.open.lead')}
      about={{ code: alert.code, href: `/alerts/${id}`, here: whoWords(alert, t) }}
      form={openCaseForm}
      draft={draft}
      action={`/api/v1/alerts/${id}/open-case`}
      version={alert.version}
      button={t('alerts.open.button')}
    >
      <AlertBrief alert={view.alert} page={page} />
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
    </QuestionPage>
  )
}
