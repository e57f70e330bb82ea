import { FormField } from '@/app/_frame/form-fields'
import { SelectField } from '@/app/_ui/choices'
import { label, offered } from '@/lib/base/codes/codes'
import { errorText } from '@/lib/base/i18n/problem-words'
import { addActionForm } from '@/lib/casework/plans/form'
import { goalName } from '@/lib/desks/case-file/plan-words'
import { prepareOnGoal } from '@/lib/desks/case-file/view-plan'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { AskTick } from '../../../ask-tick'
import { PlanQuestion } from '../../../plan-question'

type Props = { params: Promise<{ code: string; id: string }>; searchParams: Promise<Query> }

const services = (locale: string) =>
  offered('service_type')
    .filter(({ parent }) => !parent)
    .map(({ code }) => ({
      label: label('service_type', code, locale),
      options: offered('service_type', code).map((entry) => ({
        value: entry.code,
        label: label('service_type', entry.code, locale),
      })),
    }))

/** An action in our own words under one goal. */
export default async function NewActionPage({ params, searchParams }: Props) {
  const { code, id } = await params
  const query = await searchParams
  const page = await read({ action: 'plan.prepare', roles: caseworkerRoles }, (reading) =>
    prepareOnGoal(reading, { code, id, form: 'plan.add-action', query }),
  )
  const { t, locale, view, actor } = page
  const { head, draft, goal, team, needs } = view
  const field = (name: string) => (
    <FormField name={name} form={addActionForm} draft={draft} t={t} locale={locale} />
  )
  const error = (name: 'holder' | 'service') =>
    draft?.errors[name] && errorText(t, 'plans', name, draft.errors[name])
  return (
    <PlanQuestion
      head={head}
      page={page}
      form={addActionForm}
      draft={draft}
      title={t('plans.action-new.title')}
      lead={t('plans.action-new.lead', { goal: goalName(goal, locale) })}
      action={`/api/v1/cases/${code}/plan/goals/${id}/actions`}
      button={t('plans.action-new.button')}
    >
      {field('action')}
      {field('owner')}
      <SelectField
        name="holder"
        label={t('plans.holder.label')}
        blank={t('plans.holder.blank')}
        value={draft?.values.holder?.toString()}
        error={error('holder')}
        options={team
          .filter((one) => one.id !== actor.userId)
          .map((one) => ({ value: one.id, label: one.name }))}
      />
      <SelectField
        name="service"
        label={t('plans.service.label')}
        hint={t('plans.service.hint')}
        blank={t('plans.service.blank')}
        value={draft?.values.service?.toString()}
        error={error('service')}
        options={services(locale)}
      />
      {field('dueOn')}
      <AskTick needs={needs} form={addActionForm} draft={draft} page={page} />
    </PlanQuestion>
  )
}
