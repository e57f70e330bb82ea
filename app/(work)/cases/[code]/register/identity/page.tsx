import { DraftNotice, FormField } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { PostForm } from '@/app/_ui/form'
import { Columns } from '@/app/_ui/layout'
import { dayText } from '@/lib/base/time/days'
import { identityForm } from '@/lib/casework/people/form'
import { prepareRegistration } from '@/lib/desks/case-file/prepare-registration'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { RegisterButtons } from '../buttons'
import { RegisterFrame } from '../register-frame'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

export default async function IdentityPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'case.identity', roles: caseworkerRoles }, (reading) =>
    prepareRegistration(reading, code, { query, forms: ['case.write-identity'] }),
  )
  const { t, locale, view, actor } = page
  const { person } = view.head
  const [draft] = view.drafts
  const { identity } = person
  const values = {
    given: identity.given,
    family: identity.family,
    alias: identity.alias,
    motherName: identity.motherName,
    nameUnknown: identity.given === '' ? 'on' : undefined,
    sex: person.sex,
    birthDate: identity.birthDate ? dayText(identity.birthDate) : '',
    // The age that gives the stored year again; where a date is known it says the age.
    age:
      person.birthYear === null || identity.birthDate
        ? ''
        : String(actor.now.getUTCFullYear() - person.birthYear),
    ageBasis: person.ageBasis ?? undefined,
    nationality: person.nationality ?? undefined,
    languages: person.languages,
    documentStatus: person.documentStatus ?? undefined,
  }
  const form = { form: identityForm, draft, values, t, locale }
  const field = (name: string) => <FormField name={name} {...form} />
  return (
    <RegisterFrame view={view} page={page} at="identity">
      <DraftNotice {...form} />
      <PostForm action={`/api/v1/cases/${code}/identity`} fields={hidden(person.version)}>
        <Columns>
          {field('given')}
          {field('family')}
        </Columns>
        {field('nameUnknown')}
        <Columns>
          {field('alias')}
          {field('motherName')}
        </Columns>
        {field('sex')}
        <Columns>
          {field('birthDate')}
          {field('age')}
        </Columns>
        {field('ageBasis')}
        {field('nationality')}
        {field('languages')}
        {field('documentStatus')}
        <RegisterButtons code={code} page={page} />
      </PostForm>
    </RegisterFrame>
  )
}
