import { DraftNotice, FormField } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { CheckboxGroup } from '@/app/_ui/choices'
import { Empty } from '@/app/_ui/empty'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { errorText } from '@/lib/base/i18n/problem-words'
import { dayText, isoDayOf } from '@/lib/base/time/days'
import { agreeForm } from '@/lib/casework/plans/form'
import { said, type Template } from '@/lib/casework/plans/templates'
import { offerWords } from '@/lib/desks/case-file/plan-words'
import { prepareAgreeing } from '@/lib/desks/case-file/view-plan'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame, type Framed } from '../../case-frame'
import { AskTick } from '../ask-tick'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** What the templates offer for this case, to be ticked together with the person. */
export default async function AgreePage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'plan.prepare', roles: caseworkerRoles }, (reading) =>
    prepareAgreeing(reading, code, query),
  )
  const { t, locale, view, actor } = page
  const { head, draft, offered, standing, needs } = view
  const form = { form: agreeForm, draft, values: { agreedOn: dayText(isoDayOf(actor.now)) }, t, locale }
  const wrong = draft?.errors.actions
  const goal = (
    <ButtonLink calm={offered.length > 0} href={`/cases/${code}/plan/goals/new`}>
      {t('plans.add.goal')}
    </ButtonLink>
  )
  if (offered.length === 0)
    return (
      <CaseFrame head={head} page={page} title={t('plans.new.title')}>
        <Empty title={t('plans.new.none')} actions={goal}>
          {t('plans.new.none-more')}
        </Empty>
      </CaseFrame>
    )
  return (
    <CaseFrame keeps head={head} page={page} title={t('plans.new.title')}>
      <Narrow>
        <DraftNotice {...form} />
        <div>
          <h2>{t('plans.new.title')}</h2>
          <p className="lead">{t('plans.new.lead')}</p>
        </div>
        <PostForm main action={`/api/v1/cases/${code}/plan`} fields={hidden()}>
          {offered.map((template, at) => (
            <Offer
              key={template.id}
              template={template}
              standing={standing}
              risk={head.reach.record.risk}
              chosen={draft?.values ?? {}}
              error={at === 0 && wrong ? errorText(t, 'plans', 'actions', wrong) : undefined}
              page={page}
            />
          ))}
          <FormField name="agreedOn" {...form} />
          <AskTick needs={needs} form={agreeForm} draft={draft} page={page} />
          <div className="field row">
            <Button>{t(needs ? 'plans.new.button-ask' : 'plans.new.button')}</Button>
            <ButtonLink calm href={`/cases/${code}/plan`}>
              {t('forms.back')}
            </ButtonLink>
          </div>
        </PostForm>
        <p className="row">{goal}</p>
      </Narrow>
    </CaseFrame>
  )
}

type OfferProps = {
  template: Template
  standing: readonly string[]
  risk: string | null
  chosen: Readonly<Record<string, string | readonly string[] | undefined>>
  error: string | undefined
  page: Framed
}

/** One template: its goals that do not stand yet, and its actions. */
function Offer({ template, standing, risk, chosen, error, page }: OfferProps) {
  const { t, locale } = page
  const title = said(template.title, locale)
  const goals = template.goals.filter(({ id }) => !standing.includes(id))
  const ticked = (name: string) => [chosen[name] ?? []].flat()
  return (
    <>
      {goals.length > 0 && (
        <CheckboxGroup
          name="goals"
          id={`goals-${template.id}`}
          label={t('plans.new.goals', { title })}
          values={ticked('goals')}
          one
          options={goals.map(({ id, text }) => ({ value: id, label: said(text, locale) }))}
        />
      )}
      <CheckboxGroup
        name="actions"
        id={error ? undefined : `actions-${template.id}`}
        label={t('plans.new.actions', { title })}
        values={ticked('actions')}
        error={error}
        one
        options={template.actions.map((action) => ({
          value: action.id,
          label: said(action.text, locale),
          hint: offerWords(action, risk, page),
        }))}
      />
    </>
  )
}
