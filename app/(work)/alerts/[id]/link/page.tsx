import { FormFields } from '@/app/_frame/form-fields'
import { QuestionPage } from '@/app/_frame/question-page'
import { SelectField } from '@/app/_ui/choices'
import { Code } from '@/app/_ui/code'
import { shownCount } from '@/app/_ui/count'
import { Details } from '@/app/_ui/details'
import { label, offered } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import { errorText } from '@/lib/base/i18n/problem-words'
import { linkForm } from '@/lib/casework/alerts/form'
import { prepareTriage } from '@/lib/desks/triage/prepare-triage'
import { whoWords } from '@/lib/desks/triage/words'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { AlertBrief } from '../alert-brief'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

export default async function LinkAlertPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'alert.link', roles: ['SUPERVISOR'] }, (reading) =>
    prepareTriage(reading, id, { form: 'alert.link', query, with: 'cases' }),
  )
  const { t, locale, view } = page
  const { draft, alert } = view
  const form = { form: linkForm, draft, t, locale, values: { caseCode: query.case } }
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
      <Details summary={t('alerts.link.open-cases')} open>
        <ul className="ticks">
          {view.openCases.rows.map((one) => (
            <li key={one.code}>
              <a href={`/alerts/${id}/link?case=${one.code}`}>
                <Code>{one.code}</Code>
              </a>{' '}
              <span className="meta">{t('alerts.link.opened', { at: day(locale, one.openedAt) })}</span>
            </li>
          ))}
        </ul>
        {view.openCases.total > view.openCases.rows.length && (
          <p className="meta">
            {t('alerts.link.more', {
              count: view.openCases.rows.length,
              total: shownCount(view.openCases.total),
            })}
          </p>
        )}
      </Details>
    </QuestionPage>
  )
}
