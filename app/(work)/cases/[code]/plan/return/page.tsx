import { FormFields } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { returnForm } from '@/lib/casework/plans/form'
import { prepareReturn } from '@/lib/desks/case-file/view-plan'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { PlanQuestion } from '../plan-question'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** Not like this: what has to change, in words that the team reads. */
export default async function ReturnPlanPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'plan.return', roles: ['SUPERVISOR'] }, (reading) =>
    prepareReturn(reading, code, query),
  )
  const { t, locale, view } = page
  return (
    <PlanQuestion
      head={view.head}
      page={page}
      form={returnForm}
      draft={view.draft}
      title={t('plans.return.title')}
      lead={t('plans.return.lead')}
      action={`/api/v1/cases/${code}/plan/return`}
      fields={hidden(view.version)}
      button={t('plans.return.button')}
    >
      <FormFields form={returnForm} draft={view.draft} t={t} locale={locale} />
    </PlanQuestion>
  )
}
