import { FormFields } from '@/app/_frame/form-fields'
import { QuestionPage } from '@/app/_frame/question-page'
import { panelForm } from '@/lib/casework/assessments/decide-panel'
import { preparePanel } from '@/lib/desks/case-file/view-assessments'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'

type Props = { params: Promise<{ code: string; which: string }>; searchParams: Promise<Query> }

/** What the panel decided about the child: a code, a day and why. */
export default async function PanelPage({ params, searchParams }: Props) {
  const { code, which } = await params
  const query = await searchParams
  const page = await read({ action: 'assessment.prepare-panel', roles: ['SUPERVISOR'] }, (reading) =>
    preparePanel(reading, code, which, query),
  )
  const { t, locale, view } = page
  return (
    <QuestionPage
      page={page}
      under="/cases"
      title={t('assessments.panel.title')}
      lead={t('assessments.panel.lead')}
      about={{ code, href: `/cases/${code}/assessments/${which}`, here: t('assessments.panel.title') }}
      form={panelForm}
      draft={view.draft}
      action={`/api/v1/cases/${code}/assessments/${which}/panel`}
      version={view.version}
      button={t('assessments.panel.button')}
    >
      <FormFields form={panelForm} draft={view.draft} t={t} locale={locale} />
    </QuestionPage>
  )
}
