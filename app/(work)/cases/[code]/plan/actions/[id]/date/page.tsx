import { FormFields } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { moveDateForm } from '@/lib/casework/plans/form'
import { actionName } from '@/lib/desks/case-file/plan-words'
import { prepareAction } from '@/lib/desks/case-file/view-plan'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { PlanQuestion } from '../../../plan-question'

type Props = { params: Promise<{ code: string; id: string }>; searchParams: Promise<Query> }

/** Another day, and why. */
export default async function MoveDatePage({ params, searchParams }: Props) {
  const { code, id } = await params
  const query = await searchParams
  const page = await read({ action: 'plan.prepare', roles: caseworkerRoles }, (reading) =>
    prepareAction(reading, { code, id, form: 'plan.move-date', query }),
  )
  const { t, locale, view } = page
  const { head, draft, action } = view
  return (
    <PlanQuestion
      head={head}
      page={page}
      form={moveDateForm}
      draft={draft}
      title={t('plans.date.title')}
      lead={`${actionName(action, locale)}. ${t('plans.date.lead')}`}
      action={`/api/v1/cases/${code}/plan/actions/${id}/date`}
      fields={hidden(action.version)}
      back={`/cases/${code}/plan/actions/${id}`}
      button={t('plans.date.button')}
    >
      <FormFields form={moveDateForm} draft={draft} t={t} locale={locale} />
    </PlanQuestion>
  )
}
