import { ConflictForm } from '@/app/_frame/conflict-form'
import { DraftNotice, FormField } from '@/app/_frame/form-fields'
import { hiddenEdit } from '@/app/_frame/hidden'
import { SearchedCodes } from '@/app/_frame/searched-codes'
import { PostForm } from '@/app/_ui/form'
import { Columns } from '@/app/_ui/layout'
import { identityForm } from '@/lib/casework/people/form'
import { saferOf } from '@/lib/casework/people/safer'
import { identityShown } from '@/lib/casework/people/shown-values'
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
    prepareRegistration(reading, code, {
      query,
      forms: ['case.write-identity'],
      beside: { usual: true },
    }),
  )
  const { t, locale, view, actor } = page
  const { person } = view.head
  const [draft] = view.drafts
  const values = identityShown(person, actor.now)
  const form = { form: identityForm, draft, values, t, locale }
  const field = (name: string) => <FormField name={name} {...form} />
  const searched = { draft, values, page }
  if (draft?.conflict)
    return (
      <RegisterFrame view={view} page={page} at="identity">
        <ConflictForm
          form={identityForm}
          draft={draft}
          conflict={draft.conflict}
          safer={saferOf}
          action={`/api/v1/cases/${code}/identity`}
          back={`/cases/${code}/register/identity`}
          page={page}
        />
      </RegisterFrame>
    )
  return (
    <RegisterFrame view={view} page={page} at="identity">
      <DraftNotice {...form} />
      <PostForm
        main
        action={`/api/v1/cases/${code}/identity`}
        fields={hiddenEdit(person.version, values, draft)}
      >
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
        <Columns>
          {field('ageUnsaid')}
          {field('ageBasis')}
        </Columns>
        <SearchedCodes
          name="nationalities"
          more="moreNationality"
          list="nationality"
          usual={view.usual.nationalities}
          {...searched}
        />
        <SearchedCodes
          name="languages"
          more="moreLanguage"
          list="spoken"
          usual={view.usual.languages}
          {...searched}
        />
        {field('documentStatus')}
        <p className="meta">{t('same.background')}</p>
        <RegisterButtons code={code} page={page} />
      </PostForm>
    </RegisterFrame>
  )
}
