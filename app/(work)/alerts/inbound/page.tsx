import { DraftNotice, FormFields } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { WorkPage } from '@/app/_frame/work-page'
import { Button } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { handForm } from '@/lib/casework/inbound/form'
import { prepareInbound } from '@/lib/desks/triage/prepare-inbound'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'

/** Whom another agency refers to us, by telephone or on paper. */
export default async function InboundPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const page = await read({ action: 'alert.take-in', roles: caseRoles }, (reading) =>
    prepareInbound(reading, query),
  )
  const { t, locale, view, actor } = page
  const supervises = actor.role === 'SUPERVISOR'
  return (
    <WorkPage keeps page={page} title={t('inbound.title')} under={supervises ? '/alerts' : '/cases'}>
      <Narrow>
        <DraftNotice form={handForm} draft={view.draft} t={t} locale={locale} />
        {view.done && (
          <Note tone="good" icon="ok" live>
            {t('inbound.done')}
          </Note>
        )}
        <div>
          <h1>{t('inbound.title')}</h1>
          <p className="lead">{t('inbound.lead')}</p>
          {supervises && (
            <p>
              <a href="/alerts/inbound/file">{t('inbound.to-file')}</a>
            </p>
          )}
        </div>
        <PostForm main action="/api/v1/alerts/inbound" fields={hidden()}>
          <FormFields form={handForm} draft={view.draft} t={t} locale={locale} />
          <div className="field row">
            <Button>{t('inbound.send')}</Button>
          </div>
        </PostForm>
      </Narrow>
    </WorkPage>
  )
}
