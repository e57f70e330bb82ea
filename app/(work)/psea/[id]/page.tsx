import { FormFields } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { WorkPage } from '@/app/_frame/work-page'
import { Button } from '@/app/_ui/button'
import { Crumb } from '@/app/_ui/crumb'
import { PostForm } from '@/app/_ui/form'
import { Head } from '@/app/_ui/head'
import { Narrow, Section } from '@/app/_ui/layout'
import { partnerName } from '@/lib/base/codes/codes'
import { moment } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import { closeForm } from '@/lib/casework/psea/form'
import { readReport } from '@/lib/desks/psea/reports'
import { staffRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

/** One report, for its hearer alone. */
export default async function ReportPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'psea.read', roles: staffRoles }, (reading) =>
    readReport(reading, id, query),
  )
  const { t, locale, view } = page
  const title = t('psea.read.title', { at: moment(locale, view.reportedAt) })
  const open = !view.closedAt
  return (
    <WorkPage page={page} title={title} under="/psea">
      <Narrow>
        <Crumb
          label={t('frame.crumb')}
          links={[{ href: '/psea', label: t('psea.list.title') }]}
          here={moment(locale, view.reportedAt)}
        />
        <Head
          title={title}
          lead={
            view.takenAt
              ? t('psea.read.taken', { at: moment(locale, view.takenAt) })
              : t('psea.read.call', {
                  name: view.author,
                  at: view.dueAt ? moment(locale, view.dueAt) : '',
                })
          }
        />
        <p>
          {t('psea.safeNow.label')} {wordingOf(t, `psea.list.safe.${view.safeNow}`, '')}
        </p>
        <p>
          {t('psea.list.organisation')} :{' '}
          {view.partnerCode ? partnerName(view.partnerCode, locale) : t('psea.organisation.OURS')}
        </p>
        {view.named && <p>{t('psea.read.named', { name: view.named })}</p>}
        <Section title={t('psea.read.words')} tight>
          <p dir="auto">{view.words}</p>
        </Section>
        {open && !view.takenAt && (
          <PostForm action={`/api/v1/psea/${id}/take`} fields={hidden(view.version)}>
            <Button>{t('psea.read.take')}</Button>
          </PostForm>
        )}
        {open ? (
          <PostForm action={`/api/v1/psea/${id}/close`} fields={hidden(view.version)}>
            <FormFields form={closeForm} draft={view.draft} t={t} locale={locale} />
            <Button calm>{t('psea.read.close')}</Button>
          </PostForm>
        ) : (
          view.closedAt && (
            <p>
              {t('psea.read.closed', {
                at: moment(locale, view.closedAt),
                outcome: wordingOf(t, `psea.outcome.${view.outcome}`, ''),
              })}
            </p>
          )
        )}
      </Narrow>
    </WorkPage>
  )
}
