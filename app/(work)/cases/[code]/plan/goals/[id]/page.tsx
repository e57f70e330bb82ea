import { FormFields } from '@/app/_frame/form-fields'
import { hiddenEdit } from '@/app/_frame/hidden'
import { changeGoalForm } from '@/lib/casework/plans/form'
import { goalName } from '@/lib/desks/case-file/plan-words'
import { prepareOnGoal } from '@/lib/desks/case-file/view-plan'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { PlanQuestion } from '../../plan-question'

type Props = { params: Promise<{ code: string; id: string }>; searchParams: Promise<Query> }

/** The person's words of a goal, its place in their order, whether it is met. */
export default async function ChangeGoalPage({ params, searchParams }: Props) {
  const { code, id } = await params
  const query = await searchParams
  const page = await read({ action: 'plan.prepare', roles: caseworkerRoles }, (reading) =>
    prepareOnGoal(reading, { code, id, form: 'plan.change-goal', query }),
  )
  const { t, locale, view } = page
  const { head, draft, goal } = view
  const values = { title: goal.title, said: goal.said, place: String(goal.place), goalState: goal.state }
  const only = goal.template ? ['said', 'place', 'goalState'] : ['title', 'said', 'place', 'goalState']
  return (
    <PlanQuestion
      head={head}
      page={page}
      form={changeGoalForm}
      draft={draft}
      title={t('plans.goals-change.title')}
      lead={`${goalName(goal, locale)}. ${t('plans.goals-change.lead')}`}
      action={`/api/v1/cases/${code}/plan/goals/${id}`}
      fields={hiddenEdit(goal.version, values, draft)}
      button={t('plans.goals-change.button')}
    >
      <FormFields form={changeGoalForm} draft={draft} values={values} only={only} t={t} locale={locale} />
    </PlanQuestion>
  )
}
