import { FormFields } from '@/app/_frame/form-fields'
import { QuestionPage } from '@/app/_frame/question-page'

import { noActionForm } from '@/lib/casework/alerts/form'
import { prepareTriage } from '@/lib/desks/triage/prepare-triage'
import { whoWords } from '@/lib/desks/triage/words'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { AlertBrief } from '../alert-brief'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

export default async function CloseAlertPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'alert.close', roles: ['SUPERVISOR'] }, (reading) =>
    prepareTriage(reading, id, { form: 'alert.close', query, with: 'nothing' }),
  )
  const { t, locale, view } = page
  const { draft, alert } = view
  const form = { form: noActionForm, draft, t, locale }
  return (
    <QuestionPage
      page={page}
      under="/alerts"
      title={t('alerts.close.title')}
      lead={t('alerts.close.lead')}
      about={{ code: alert.code, href: `/alerts/${id}`, here: whoWords(alert, t) }}
      form={noActionForm}
      draft={draft}
      action={`/api/v1/alerts/${id}/close`}
      version={alert.version}
      button={t('alerts.close.button')}
    >
      <AlertBrief alert={view.alert} page={page} />
      <FormFields {...form} />
    </QuestionPage>
  )
}
