import { ConflictForm } from '@/app/_frame/conflict-form'
import { DraftNotice, FormField } from '@/app/_frame/form-fields'
import { hiddenEdit } from '@/app/_frame/hidden'
import { PostForm } from '@/app/_ui/form'
import { Columns } from '@/app/_ui/layout'
import { isoDayOf } from '@/lib/base/time/days'
import { isChild } from '@/lib/casework/consents/asked'
import { birthOf } from '@/lib/casework/people/birth'
import { householdForm, memberForm } from '@/lib/casework/people/form'
import { saferOf } from '@/lib/casework/people/safer'
import { householdShown } from '@/lib/casework/people/shown-values'
import { prepareRegistration } from '@/lib/desks/case-file/prepare-registration'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { RegisterButtons } from '../buttons'
import { RegisterFrame } from '../register-frame'
import { Agreement } from './agreement'
import { Members } from './members'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

export default async function HouseholdPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const forms = ['case.write-household', 'case.add-household-member']
  const page = await read({ action: 'case.household', roles: caseworkerRoles }, (reading) =>
    prepareRegistration(reading, code, { query, forms, beside: { links: true } }),
  )
  const { t, locale, view, actor } = page
  const { person, people } = view.head
  const [draft, adding] = view.drafts
  const values = householdShown(person)
  const form = { form: householdForm, draft, values, t, locale }
  const field = (name: string) => <FormField name={name} {...form} />
  if (draft?.conflict)
    return (
      <RegisterFrame view={view} page={page} at="household">
        <ConflictForm
          form={householdForm}
          draft={draft}
          conflict={draft.conflict}
          safer={saferOf}
          action={`/api/v1/cases/${code}/household`}
          back={`/cases/${code}/register/household`}
          page={page}
        />
      </RegisterFrame>
    )
  return (
    <RegisterFrame view={view} page={page} at="household">
      <DraftNotice {...form} />
      <Agreement view={view} page={page} />
      <DraftNotice form={memberForm} draft={adding} t={t} locale={locale} />
      <PostForm
        main
        action={`/api/v1/cases/${code}/household`}
        fields={hiddenEdit(person.version, values, draft)}
      >
        {field('householdRole')}
        <Columns>
          {field('householdSize')}
          {field('sizeUnsaid')}
        </Columns>
        {isChild(birthOf(person), isoDayOf(actor.now)) && (
          <>
            <Columns>
              {field('careArrangement')}
              {field('caregiver')}
            </Columns>
            <Columns>
              {field('separationCause')}
              {field('tracingStatus')}
            </Columns>
            {field('siblings')}
          </>
        )}
        <Members
          members={people.filter((one) => one.standing === 'HOUSEHOLD')}
          links={view.links}
          draft={adding}
          code={code}
          page={page}
        />
        <RegisterButtons code={code} page={page} />
      </PostForm>
    </RegisterFrame>
  )
}
