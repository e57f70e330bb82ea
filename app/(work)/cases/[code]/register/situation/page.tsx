import { ConflictForm } from '@/app/_frame/conflict-form'
import { DraftNotice, FormField, TypedChoice } from '@/app/_frame/form-fields'
import { hiddenEdit } from '@/app/_frame/hidden'
import { PostForm } from '@/app/_ui/form'
import { Columns } from '@/app/_ui/layout'
import { label, offered } from '@/lib/base/codes/codes'
import { errorText } from '@/lib/base/i18n/problem-words'
import { isoDayOf } from '@/lib/base/time/days'
import { CONSENT_SETTINGS } from '@/lib/casework/consents/rule-book'
import { situationForm } from '@/lib/casework/people/form'
import { needsNotAsked } from '@/lib/casework/people/needs-asked'
import { saferOf } from '@/lib/casework/people/safer'
import { saidInAlerts } from '@/lib/casework/people/said-in-alerts'
import { situationShown } from '@/lib/casework/people/shown-values'
import { prepareRegistration } from '@/lib/desks/case-file/prepare-registration'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { RegisterButtons } from '../buttons'
import { GroupedCodes } from '../grouped-codes'
import { RegisterFrame } from '../register-frame'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

export default async function SituationPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'case.situation', roles: caseworkerRoles }, (reading) =>
    prepareRegistration(reading, code, { query, forms: ['case.write-situation'], beside: { usual: true } }),
  )
  const { t, locale, view } = page
  const { person } = view.head
  const [draft] = view.drafts
  const values = situationShown(person)
  const form = { form: situationForm, draft, values, t, locale }
  const field = (name: string) => <FormField name={name} {...form} />
  const wrongOrigin = draft?.errors.originCercle
  const searched = { draft, values, page }
  if (draft?.conflict)
    return (
      <RegisterFrame view={view} page={page} at="situation">
        <ConflictForm
          form={situationForm}
          draft={draft}
          conflict={draft.conflict}
          safer={saferOf}
          action={`/api/v1/cases/${code}/situation`}
          back={`/cases/${code}/register/situation`}
          page={page}
        />
      </RegisterFrame>
    )
  return (
    <RegisterFrame view={view} page={page} at="situation">
      <DraftNotice {...form} />
      <PostForm
        main
        action={`/api/v1/cases/${code}/situation`}
        fields={hiddenEdit(person.version, values, draft)}
      >
        {field('displacementStatus')}
        <Columns>
          <TypedChoice
            t={t}
            name="originCercle"
            label={t('people.originCercle.label')}
            hint={t('people.originCercle.hint')}
            error={wrongOrigin && errorText(t, 'people', 'originCercle', wrongOrigin)}
            value={(draft ? draft.values : values).originCercle?.toString()}
            options={offered('origin').map(({ code: one }) => ({
              value: one,
              label: label('origin', one, locale),
            }))}
            usual={[...view.usual.origins, ...offered('unsaid').map(({ code: one }) => one)]}
          />
          {field('village')}
        </Columns>
        <GroupedCodes name="concerns" more="moreConcern" list="protection_concern" {...searched} />
        {field('concernsUnsaid')}
        <GroupedCodes
          name="specificNeeds"
          more="moreNeed"
          list="specific_need"
          without={needsNotAsked(person, isoDayOf(page.actor.now), CONSENT_SETTINGS.adult_from)}
          near={view.done.situation ? [] : saidInAlerts(view.alerts)}
          {...searched}
        />
        <p>
          <a href={`/cases/${code}/register/functioning`}>{t('cases.register.functioning')}</a>
        </p>
        <RegisterButtons code={code} page={page} />
      </PostForm>
    </RegisterFrame>
  )
}
