import { DraftNotice, FormField } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { WorkPage } from '@/app/_frame/work-page'
import { Button } from '@/app/_ui/button'
import { Details } from '@/app/_ui/details'
import { PostForm } from '@/app/_ui/form'
import { Columns, Narrow } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { dayText, isoDayOf } from '@/lib/base/time/days'
import { alertForm } from '@/lib/casework/alerts/form'
import { prepareAlert } from '@/lib/desks/triage/prepare-alert'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'

export default async function NewAlertPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const page = await read({ action: 'alert.prepare', roles: ['DTM_ENUM'] }, (reading) =>
    prepareAlert(reading, query),
  )
  const { t, locale, view, actor } = page
  const values = { flowPoint: view.lastPlace, seenOn: dayText(isoDayOf(actor.now)) }
  const field = (name: string) => (
    <FormField name={name} form={alertForm} values={values} draft={view.draft} t={t} locale={locale} />
  )
  return (
    <WorkPage keeps page={page} title={t('alerts.new.title')} under="/alerts/new">
      <Narrow>
        <DraftNotice form={alertForm} draft={view.draft} t={t} locale={locale} />
        {view.sent && (
          <Note tone="good" icon="ok" live>
            {t('alerts.new.sent-previous', { code: view.sent.code })}
          </Note>
        )}
        <div>
          <h1>{t('alerts.new.title')}</h1>
          <p className="lead">{t('alerts.new.lead', { phone: view.phone })}</p>
        </div>
        <PostForm main action="/api/v1/alerts" fields={hidden()}>
          <Columns>
            {field('flowPoint')}
            {field('seenOn')}
          </Columns>
          <Columns>
            {field('given')}
            {field('family')}
          </Columns>
          <Columns>
            {field('sex')}
            <div>
              {field('age')}
              {field('ageEstimated')}
            </div>
          </Columns>
          {field('nationality')}
          {field('vulnerabilities')}
          {field('urgency')}
          {field('contactAgreed')}
          <div>
            {field('safeContact')}
            <Details summary={t('alerts.safeContact.why')}>
              <p className="meta prose">{t('alerts.safeContact.because')}</p>
            </Details>
          </div>
          <div className="field row">
            <Button>{t('alerts.new.send')}</Button>
            <Button calm name="another" value="on">
              {t('alerts.new.send-another')}
            </Button>
          </div>
          <p className="meta">{t('alerts.new.after')}</p>
        </PostForm>
      </Narrow>
    </WorkPage>
  )
}
