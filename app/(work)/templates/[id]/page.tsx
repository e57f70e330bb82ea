import { FormFields } from '@/app/_frame/form-fields'
import { QuestionPage } from '@/app/_frame/question-page'
import { templateForm } from '@/lib/casework/plans/form'
import { said } from '@/lib/casework/plans/templates'
import { prepareTemplate } from '@/lib/desks/administration/view-templates'
import { dueLimitWords } from '@/lib/desks/case-file/plan-words'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

/** Within what an action of a template is done here, and whether it is offered at all. */
export default async function TemplatePage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'plan.change-template', roles: ['ADMIN'] }, (reading) =>
    prepareTemplate(reading, id, query),
  )
  const { t, locale, view } = page
  const { action, template, change, draft } = view
  const values = {
    hours: change?.hours ? String(change.hours) : undefined,
    days: change?.days ? String(change.days) : undefined,
    off: change?.off ? 'on' : undefined,
  }
  return (
    <QuestionPage
      page={page}
      under="/templates"
      title={t('plans.template.title')}
      lead={`${said(action.text, locale)}. ${t('plans.template.lead', { limit: dueLimitWords(action.due, undefined, page) })}`}
      about={{ code: said(template.title, locale), href: '/templates', here: t('plans.template.title') }}
      form={templateForm}
      draft={draft}
      action={`/api/v1/templates/${id}`}
      version={0}
      button={t('plans.template.button')}
    >
      <FormFields form={templateForm} draft={draft} values={values} t={t} locale={locale} />
    </QuestionPage>
  )
}
