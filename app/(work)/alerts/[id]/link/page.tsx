import { DraftNotice, FormFields } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { WorkPage } from '@/app/_frame/work-page'
import { Button, ButtonLink } from '@/app/_ui/button'
import { Code } from '@/app/_ui/code'
import { Crumb } from '@/app/_ui/crumb'
import { Details } from '@/app/_ui/details'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { linkForm } from '@/lib/alerts/form'
import { prepareTriage } from '@/lib/alerts/prepare-triage'
import { whoWords } from '@/lib/alerts/words'
import { day } from '@/lib/i18n/dates'
import type { Query } from '@/lib/read/query'
import { read } from '@/lib/read/read'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

export default async function LinkAlertPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'alert.link', roles: ['SUPERVISOR'] }, (reading) =>
    prepareTriage(reading, id, { form: 'alert.link', query, with: 'cases' }),
  )
  const { t, locale, view } = page
  const { draft, alert } = view
  const form = { form: linkForm, draft, t, locale, values: { caseCode: query.case } }
  return (
    <WorkPage page={page} title={`${t('alerts.link.title')} – ${alert.code}`} under="/alerts">
      <Narrow>
        <Crumb
          label={t('frame.crumb')}
          links={[{ href: `/alerts/${id}`, label: alert.code }]}
          here={whoWords(alert, t)}
        />
        <DraftNotice {...form} />
        <div>
          <h1>{t('alerts.link.title')}</h1>
          <p className="lead">{t('alerts.link.lead')}</p>
        </div>
        <PostForm action={`/api/v1/alerts/${id}/link`} fields={hidden(alert.version)}>
          <FormFields {...form} />
          <Details summary={t('alerts.link.open-cases')} open>
            <ul className="ticks">
              {view.openCases.map((one) => (
                <li key={one.code}>
                  <a href={`/alerts/${id}/link?case=${one.code}`}>
                    <Code>{one.code}</Code>
                  </a>{' '}
                  <span className="meta">{t('alerts.link.opened', { at: day(locale, one.openedAt) })}</span>
                </li>
              ))}
            </ul>
          </Details>
          <div className="field row">
            <Button>{t('alerts.link.button')}</Button>
            <ButtonLink calm href={`/alerts/${id}`}>
              {t('forms.back')}
            </ButtonLink>
          </div>
        </PostForm>
      </Narrow>
    </WorkPage>
  )
}
