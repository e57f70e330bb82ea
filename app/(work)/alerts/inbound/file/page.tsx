import { DraftNotice, FormFields } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { WorkPage } from '@/app/_frame/work-page'
import { Button, ButtonLink } from '@/app/_ui/button'
import { FileField } from '@/app/_ui/fields'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { wordingOf } from '@/lib/base/i18n/translate'
import { fileForm } from '@/lib/casework/inbound/form'
import { type InboundFile, prepareInboundFile } from '@/lib/desks/triage/prepare-inbound'
import type { Query } from '@/lib/platform/gate/query'
import { type Page, read } from '@/lib/platform/gate/read'
import { SharedFacts } from '../../[id]/shared-facts'

/** A referral that another agency gave as a file: looked at first, taken in when somebody has seen what is understood. */
export default async function InboundFilePage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const page = await read({ action: 'alert.take-in-file', roles: ['SUPERVISOR'] }, (reading) =>
    prepareInboundFile(reading, query),
  )
  const { t, locale, view } = page
  return (
    <WorkPage page={page} title={t('inbound.file.title')} under="/alerts">
      <Narrow>
        {view.again && <DraftNotice form={fileForm} draft={view.draft} t={t} locale={locale} />}
        <div>
          <h1>{t('inbound.file.title')}</h1>
          <p className="lead">{t('inbound.file.lead')}</p>
        </div>
        {view.record ? <Understood page={page} /> : <Choose page={page} />}
      </Narrow>
    </WorkPage>
  )
}

type Framed = { page: Page<InboundFile> }

function Choose({ page: { t, view } }: Framed) {
  const missing = view.draft && view.problems.length === 0 ? t('inbound.file.required') : undefined
  return (
    <>
      {view.problems.length > 0 && (
        <Note tone="late" icon="warn" live>
          <b>{t('inbound.file.wrong')}</b> {t('inbound.file.wrong-lead')}
          <ul>
            {view.problems.map(({ where, name, why }, index) => (
              <li key={index}>
                {[
                  wordingOf(t, `inbound.where.${where}`, where),
                  name && wordingOf(t, `referrals.fact.${name}`, name),
                ]
                  .filter(Boolean)
                  .join(' ')}
                {' : '}
                {wordingOf(t, `inbound.why.${why}`, why)}
              </li>
            ))}
          </ul>
        </Note>
      )}
      <PostForm withFile action="/api/v1/alerts/inbound/file" fields={hidden()}>
        <FileField
          name="file"
          label={t('inbound.file.label')}
          error={missing}
          accept=".json,application/fhir+json,application/json"
        />
        <div className="field row">
          <Button>{t('inbound.file.look')}</Button>
          <ButtonLink calm href="/alerts/inbound">
            {t('inbound.to-hand')}
          </ButtonLink>
        </div>
      </PostForm>
    </>
  )
}

function Understood({ page }: Framed) {
  const { t, locale, view } = page
  const { record, bundle, draft, problems } = view
  if (!record) return null
  const shown = view.again || !draft ? draft : { ...draft, errors: {} }
  return (
    <>
      <Note live>
        <b>{t('inbound.file.seen')}</b> {t('inbound.file.seen-lead')}
      </Note>
      <SharedFacts reference={record.reference} facts={record.facts} page={page} />
      {problems.length > 0 && (
        <p className="meta">
          {t('inbound.file.passed', {
            names: problems.map(({ name }) => wordingOf(t, `referrals.fact.${name}`, name)).join(', '),
          })}
        </p>
      )}
      <PostForm main action="/api/v1/alerts/inbound/file" fields={{ ...hidden(), bundle, seen: 'yes' }}>
        <FormFields form={fileForm} draft={shown} t={t} locale={locale} />
        <div className="field row">
          <Button>{t('inbound.file.take')}</Button>
          <ButtonLink calm href="/alerts/inbound/file">
            {t('inbound.file.again')}
          </ButtonLink>
        </div>
      </PostForm>
    </>
  )
}
