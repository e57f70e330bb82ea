import { FormFields } from '@/app/_frame/form-fields'
import { QuestionPage } from '@/app/_frame/question-page'
import { RadioGroup, SelectField } from '@/app/_ui/choices'
import { label, offered } from '@/lib/base/codes/codes'
import { errorText } from '@/lib/base/i18n/problem-words'
import { linkForm } from '@/lib/casework/alerts/form'
import { prepareTriage } from '@/lib/desks/triage/prepare-triage'
import { whoWords } from '@/lib/desks/triage/words'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { AlertBrief } from '../alert-brief'
import { alikeWho, alikeWhy } from '../alike'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

export default async function LinkAlertPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'alert.link', roles: ['SUPERVISOR'] }, (reading) =>
    prepareTriage(reading, id, { form: 'alert.link', query, with: 'cases' }),
  )
  const { t, locale, view } = page
  const { draft, alert } = view
  const form = { form: linkForm, draft, t, locale }
  return (
    <QuestionPage
      page={page}
      under="/alerts"
      title={t('alerts.link.title')}
      lead={t('alerts.link.lead')}
      about={{ code: alert.code, href: `/alerts/${id}`, here: whoWords(alert, t) }}
      form={linkForm}
      draft={draft}
      action={`/api/v1/alerts/${id}/link`}
      version={alert.version}
      button={t('alerts.link.button')}
    >
      <AlertBrief alert={view.alert} page={page} />
      {view.alike.length > 0 && (
        <RadioGroup
          name="candidate"
          label={t('alerts.candidate.label')}
          hint={t('alerts.candidate.hint')}
          one
          value={draft?.values.candidate?.toString() ?? query.case?.toString()}
          options={view.alike.map((one) => ({
            value: one.file.code,
            label: alikeWho(one, page),
            hint: alikeWhy(one, page),
          }))}
        />
      )}
      <FormFields {...form} />
      {(draft?.errors.reopenReason || draft?.values.reopenReason) && (
        <SelectField
          name="reopenReason"
          label={t('alerts.reopenReason.label')}
          hint={t('alerts.reopenReason.hint')}
          blank={t('forms.choose')}
          value={draft.values.reopenReason?.toString()}
          error={
            draft.errors.reopenReason && errorText(t, 'alerts', 'reopenReason', draft.errors.reopenReason)
          }
          options={offered('reopen_reason').map(({ code }) => ({
            value: code,
            label: label('reopen_reason', code, locale),
          }))}
        />
      )}
      <p className="meta">{t('same.background')}</p>
    </QuestionPage>
  )
}
