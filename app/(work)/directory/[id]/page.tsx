import { WorkPage } from '@/app/_frame/work-page'
import { Crumb } from '@/app/_ui/crumb'
import { Facts } from '@/app/_ui/facts'
import { Head } from '@/app/_ui/head'
import { Narrow } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { Tag } from '@/app/_ui/tag'
import { label, partnerName } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import { directoryRoles, viewEntry } from '@/lib/desks/directory/view-directory'
import { rateWords, stateWords } from '@/lib/desks/directory/words'
import { read } from '@/lib/platform/gate/read'

/** One service of one partner, as it would be told to a person. */
export default async function EntryPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const page = await read({ action: 'directory.read', roles: directoryRoles }, (reading) =>
    viewEntry(reading, id),
  )
  const { t, locale, view } = page
  const { entry, office } = view
  const service = label('service_type', entry.service, locale)
  const agreement = entry.agreementFrom
    ? t(entry.agreementUntil ? 'services.agreement.until' : 'services.agreement.open', {
        from: day(locale, entry.agreementFrom),
        until: entry.agreementUntil ? day(locale, entry.agreementUntil) : '',
      })
    : t('services.no-agreement')
  const verified = day(locale, entry.verifiedOn)
  return (
    <WorkPage page={page} title={`${service}, ${partnerName(entry.partner, locale)}`} under="/directory">
      <Narrow>
        <Crumb
          label={t('frame.crumb')}
          links={[{ href: '/directory', label: t('services.title') }]}
          here={partnerName(entry.partner, locale)}
        />
        <Head
          title={service}
          meta={label('partner', entry.partner, locale)}
          actions={<Tag tone={entry.choosable ? 'good' : 'soon'}>{stateWords(entry, { t, locale })}</Tag>}
        />
        {entry.stale && (
          <Note tone="soon" icon="warn">
            {t('services.stale', { day: verified })}
          </Note>
        )}
        <Facts
          box
          facts={[
            { term: t('services.office'), value: office },
            { term: t('services.place'), value: entry.place },
            { term: t('services.phone'), value: <span dir="ltr">{entry.phone}</span> },
            {
              term: t('services.cercles'),
              value: entry.cercles.map((code) => label('admin2_2014', code, locale)).join(', '),
            },
            { term: t('services.checked'), value: verified },
            { term: t('services.answers'), value: rateWords(entry.rate, t) },
            { term: t('services.agreement'), value: agreement },
            ...(entry.note ? [{ term: t('services.note'), value: entry.note }] : []),
          ]}
        />
        <p className="meta">{t('services.choose-case')}</p>
      </Narrow>
    </WorkPage>
  )
}
