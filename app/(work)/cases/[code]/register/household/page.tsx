import { DraftNotice, FormField } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { PostForm } from '@/app/_ui/form'
import { isoDayOf } from '@/lib/base/time/days'
import { isChild } from '@/lib/casework/consents/asked'
import { birthOf } from '@/lib/casework/people/birth'
import { householdForm, memberForm } from '@/lib/casework/people/form'
import { prepareRegistration } from '@/lib/desks/case-file/prepare-registration'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { RegisterButtons } from '../buttons'
import { RegisterFrame } from '../register-frame'
import { Members } from './members'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

export default async function HouseholdPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const forms = ['case.write-household', 'case.add-household-member']
  const page = await read({ action: 'case.household', roles: caseworkerRoles }, (reading) =>
    prepareRegistration(reading, code, { query, forms }),
  )
  const { t, locale, view, actor } = page
  const { person, people } = view.head
  const [draft, adding] = view.drafts
  const values = {
    householdRole: person.householdRole ?? undefined,
    householdSize: person.householdSize === null ? '' : String(person.householdSize),
    caregiver: person.identity.caregiver,
  }
  const form = { form: householdForm, draft, values, t, locale }
  const field = (name: string) => <FormField name={name} {...form} />
  return (
    <RegisterFrame view={view} page={page} at="household">
      <DraftNotice {...form} />
      <DraftNotice form={memberForm} draft={adding} t={t} locale={locale} />
      <PostForm action={`/api/v1/cases/${code}/household`} fields={hidden(person.version)}>
        {field('householdRole')}
        {field('householdSize')}
        {isChild(birthOf(person), isoDayOf(actor.now)) && field('caregiver')}
        <RegisterButtons code={code} page={page} />
      </PostForm>
      <Members
        members={people.filter((one) => one.standing === 'HOUSEHOLD')}
        version={person.version}
        draft={adding}
        code={code}
        page={page}
      />
    </RegisterFrame>
  )
}
