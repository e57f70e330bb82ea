import { FormFields } from '@/app/_frame/form-fields'
import { addGoalForm } from '@/lib/casework/plans/form'
import { prepareGoal } from '@/lib/desks/case-file/view-plan'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { AskTick } from '../../ask-tick'
import { PlanQuestion } from '../../plan-question'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** A goal that no template has: what the person wants, in their words. */
export default async function NewGoalPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'plan.prepare', roles: caseworkerRoles }, (reading) =>
    prepareGoal(reading, code, query),
  )
  const { t, locale, view } = page
  const { head, draft, needs } = view
  return (
    <PlanQuestion
      head={head}
      page={page}
      form={addGoalForm}
      draft={draft}
      title={t('plans.goals-new.title')}
      lead={t('plans.goals-new.lead')}
      action={`/api/v1/cases/${code}/plan/goals`}
      button={t('plans.goals-new.button')}
    >
      <FormFields form={addGoalForm} draft={draft} only={['title', 'said']} t={t} locale={locale} />
      <AskTick needs={needs} form={addGoalForm} draft={draft} page={page} />
    </PlanQuestion>
  )
}
