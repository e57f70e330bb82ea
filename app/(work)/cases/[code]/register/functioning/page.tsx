import { ConflictForm } from '@/app/_frame/conflict-form'
import { DraftNotice, FormFields } from '@/app/_frame/form-fields'
import { hiddenEdit } from '@/app/_frame/hidden'
import { PostForm } from '@/app/_ui/form'
import { Note } from '@/app/_ui/note'
import { answersOf } from '@/lib/casework/people/functioning'
import { functioningForm } from '@/lib/casework/people/functioning-form'
import { saferOf } from '@/lib/casework/people/safer'
import { functioningWords } from '@/lib/desks/case-file/functioning-words'
import { prepareRegistration } from '@/lib/desks/case-file/prepare-registration'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { RegisterButtons } from '../buttons'
import { RegisterFrame } from '../register-frame'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** Six questions beside the situation; what follows from the answers stands above them, with the rule. */
export default async function FunctioningPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'case.functioning', roles: caseworkerRoles }, (reading) =>
    prepareRegistration(reading, code, { query, forms: ['case.write-functioning'] }),
  )
  const { t, locale, view } = page
  const { person } = view.head
  const [draft] = view.drafts
  const values = answersOf(person.functioning)
  const action = `/api/v1/cases/${code}/functioning`
  const form = { form: functioningForm, draft, values, t, locale }
  if (draft?.conflict)
    return (
      <RegisterFrame view={view} page={page} at="situation" part="functioning">
        <ConflictForm
          form={functioningForm}
          draft={draft}
          conflict={draft.conflict}
          safer={saferOf}
          action={action}
          back={`/cases/${code}/register/functioning`}
          page={page}
        />
      </RegisterFrame>
    )
  const follows = functioningWords(person.functioning, { t, locale })
  return (
    <RegisterFrame view={view} page={page} at="situation" part="functioning">
      <DraftNotice {...form} />
      {follows && (
        <Note live={query.done === 'saved'}>
          <b>{follows}</b>
        </Note>
      )}
      <p className="meta prose">{t('people.functioning.rule')}</p>
      <PostForm main action={action} fields={hiddenEdit(person.version, values, draft)}>
        <FormFields {...form} />
        <RegisterButtons code={code} page={page} />
      </PostForm>
      <p>
        <a href={`/cases/${code}/register/situation`}>{t('cases.register.situation')}</a>
      </p>
    </RegisterFrame>
  )
}
