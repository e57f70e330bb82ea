import { hidden } from '@/app/_frame/hidden'
import { RadioGroup } from '@/app/_ui/choices'
import { errorText } from '@/lib/base/i18n/problem-words'
import { wordingOf } from '@/lib/base/i18n/translate'
import { handForm } from '@/lib/casework/plans/form'
import { actionName } from '@/lib/desks/case-file/plan-words'
import { prepareAction } from '@/lib/desks/case-file/view-plan'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame } from '../../../../case-frame'
import { PlanQuestion } from '../../../plan-question'

type Props = { params: Promise<{ code: string; id: string }>; searchParams: Promise<Query> }

/** Which colleague of the team does it from now on. */
export default async function HandActionPage({ params, searchParams }: Props) {
  const { code, id } = await params
  const query = await searchParams
  const page = await read({ action: 'plan.prepare', roles: caseworkerRoles }, (reading) =>
    prepareAction(reading, { code, id, form: 'plan.hand-over', query }),
  )
  const { t, locale, view } = page
  const { head, draft, action, team } = view
  const others = team.filter(({ name }) => name !== action.holder)
  if (others.length === 0)
    return (
      <CaseFrame head={head} page={page} title={t('plans.hand.title')}>
        <p className="meta">{t('plans.hand.nobody')}</p>
        <p>
          <a href={`/cases/${code}/plan/actions/${id}`}>{t('forms.back')}</a>
        </p>
      </CaseFrame>
    )
  return (
    <PlanQuestion
      head={head}
      page={page}
      form={handForm}
      draft={draft}
      title={t('plans.hand.title')}
      lead={`${actionName(action, locale)}. ${t('plans.hand.lead')}`}
      action={`/api/v1/cases/${code}/plan/actions/${id}/hand-over`}
      fields={hidden(action.version)}
      back={`/cases/${code}/plan/actions/${id}`}
      button={t('plans.hand.button')}
    >
      <RadioGroup
        name="colleague"
        label={t('plans.colleague.label')}
        one
        value={draft?.values.colleague?.toString()}
        error={draft?.errors.colleague && errorText(t, 'plans', 'colleague', draft.errors.colleague)}
        options={others.map((one) => ({
          value: one.id,
          label: <bdi>{one.name}</bdi>,
          hint: wordingOf(t, `session.role.${one.role}`, one.role),
        }))}
      />
    </PlanQuestion>
  )
}
