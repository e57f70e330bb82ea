import { answerWords } from '@/app/_frame/consent-line'
import { DraftNotice, FormField } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { PostForm } from '@/app/_ui/form'
import { Note } from '@/app/_ui/note'
import { day } from '@/lib/base/i18n/dates'
import { isoDayOf } from '@/lib/base/time/days'
import { isChild } from '@/lib/casework/consents/asked'
import { latestOf } from '@/lib/casework/consents/said-yes'
import { birthOf } from '@/lib/casework/people/birth'
import { registrationConsentForm } from '@/lib/casework/registration/form'
import { prepareRegistration } from '@/lib/desks/case-file/prepare-registration'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { AnswerFields } from '../../answer-fields'
import { ReadOut } from '../../read-out'
import { RegisterButtons } from '../buttons'
import { RegisterFrame } from '../register-frame'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** The first page of a draft: the person is asked before anything of them is written. */
export default async function ConsentPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'case.consent', roles: caseworkerRoles }, (reading) =>
    prepareRegistration(reading, code, { query, forms: ['case.answer-consent'], first: true }),
  )
  const { t, locale, view, actor } = page
  const { person, reach } = view.head
  const [draft] = view.drafts
  const form = { form: registrationConsentForm, draft, t, locale }
  const child = isChild(birthOf(person), isoDayOf(actor.now))
  const before = latestOf(view.head.consents, 'CASE_MGMT')
  return (
    <RegisterFrame view={view} page={page} at="consent">
      <DraftNotice {...form} />
      {before && (
        <Note>
          {t('consents.before', {
            status: answerWords(before, birthOf(person), page),
            on: day(locale, before.givenAt),
          })}
        </Note>
      )}
      <PostForm main action={`/api/v1/cases/${code}/consent`} fields={hidden(reach.record.version)}>
        <ReadOut purpose="CASE_MGMT" child={child} page={page} />
        <AnswerFields draft={draft} child={child} values={before?.situation} page={page} />
        <ReadOut purpose="STATS" child={child} page={page} />
        <FormField name="stats" {...form} />
        <RegisterButtons code={code} page={page} />
      </PostForm>
    </RegisterFrame>
  )
}
