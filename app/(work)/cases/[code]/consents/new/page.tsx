import { DraftNotice } from '@/app/_frame/form-fields'
import { Narrow } from '@/app/_ui/layout'
import { consentForm } from '@/lib/casework/consents/form'
import { prepareConsent } from '@/lib/desks/case-file/view-consents'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { type Page, read } from '@/lib/platform/gate/read'
import { CaseFrame } from '../../case-frame'
import { AskWhat } from './ask-what'
import { Questions } from './questions'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }
type Loaded = Extract<Awaited<ReturnType<typeof prepareConsent>>, { view: unknown }>['view']
export type Asking = { code: string; page: Page<Loaded> }

/** One more answer: first what it is about, then its questions alone. A draft or a renewal knows what it is about. */
export default async function NewConsentPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'consent.prepare', roles: caseworkerRoles }, (reading) =>
    prepareConsent(reading, code, query),
  )
  const { t, locale, view } = page
  const { draft, head, about } = view
  return (
    <CaseFrame keeps={about !== undefined} head={head} page={page} title={t('consents.new.title')}>
      <Narrow>
        <DraftNotice form={consentForm} draft={draft} t={t} locale={locale} />
        <div>
          <h2>{t('consents.new.title')}</h2>
          <p className="lead">{t('consents.new.lead')}</p>
        </div>
        {about ? <Questions code={code} page={page} about={about} /> : <AskWhat code={code} page={page} />}
      </Narrow>
    </CaseFrame>
  )
}
