import { DraftNotice, FormFields } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { WorkPage } from '@/app/_frame/work-page'
import { Button, ButtonLink } from '@/app/_ui/button'
import { Crumb } from '@/app/_ui/crumb'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'

import { noActionForm } from '@/lib/alerts/form'
import { prepareTriage } from '@/lib/alerts/prepare-triage'
import { whoWords } from '@/lib/alerts/words'
import type { Query } from '@/lib/read/query'
import { read } from '@/lib/read/read'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

export default async function CloseAlertPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'alert.close', roles: ['SUPERVISOR'] }, (reading) =>
    prepareTriage(reading, id, { form: 'alert.close', query, with: 'nothing' }),
  )
  const { t, locale, view } = page
  const { draft, alert } = view
  const form = { form: noActionForm, draft, t, locale, values: { caseCode: query.case } }
  return (
    <WorkPage page={page} title={`${t('alerts.close.title')} – ${alert.code}`} under="/alerts">
      <Narrow>
        <Crumb
          label={t('frame.crumb')}
          links={[{ href: `/alerts/${id}`, label: alert.code }]}
          here={whoWords(alert, t)}
        />
        <DraftNotice {...form} />
        <div>
          <h1>{t('alerts.close.title')}</h1>
          <p className="lead">{t('alerts.close.lead')}</p>
        </div>
        <PostForm action={`/api/v1/alerts/${id}/close`} fields={hidden(alert.version)}>
          <FormFields {...form} />
          <div className="field row">
            <Button>{t('alerts.close.button')}</Button>
            <ButtonLink calm href={`/alerts/${id}`}>
              {t('forms.back')}
            </ButtonLink>
          </div>
        </PostForm>
      </Narrow>
    </WorkPage>
  )
}
