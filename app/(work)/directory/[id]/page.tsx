import { CapacityQuestion } from '@/app/_frame/capacity-question'
import { entryFacts } from '@/app/_frame/entry-facts'
import { EntrySaved } from '@/app/_frame/entry-saved'
import { PeopleSay } from '@/app/_frame/people-say'
import { WorkPage } from '@/app/_frame/work-page'
import { ButtonLink } from '@/app/_ui/button'
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
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { Changes } from './changes'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

/** One service of one partner, as it would be told to a person; who keeps it answers here, and all read what changed. */
export default async function EntryPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'directory.read', roles: directoryRoles }, (reading) =>
    viewEntry(reading, id, query),
  )
  const { t, locale, view } = page
  const { entry, office, keeps, draft } = view
  const service = label('service_type', entry.service, locale)
  return (
    <WorkPage
      keeps={keeps}
      page={page}
      title={`${service}, ${partnerName(entry.partner, locale)}`}
      under="/directory"
    >
      <Narrow>
        <Crumb
          label={t('frame.crumb')}
          links={[{ href: '/directory', label: t('services.title') }]}
          here={partnerName(entry.partner, locale)}
        />
        <EntrySaved entry={entry} query={query} page={page} />
        <Head
          title={service}
          meta={label('partner', entry.partner, locale)}
          actions={<Tag tone={entry.choosable ? 'good' : 'soon'}>{stateWords(entry, page)}</Tag>}
        />
        {entry.stale && (
          <Note tone="soon" icon="warn">
            {t('services.stale', { day: day(locale, entry.verifiedOn) })}
          </Note>
        )}
        {entry.askedOn && !keeps && (
          <Note tone="soon" icon="warn">
            {t('services.asked', { day: day(locale, entry.askedOn) })}
          </Note>
        )}
        {keeps && (
          <CapacityQuestion
            page={page}
            entry={entry}
            draft={draft}
            action={`/api/v1/directory/${id}/renew`}
          />
        )}
        <Facts
          box
          facts={[
            ...entryFacts(entry, office, page),
            { term: t('services.phone'), value: <span dir="ltr">{entry.phone}</span> },
            { term: t('services.answers'), value: rateWords(entry.rate, t) },
          ]}
        />
        <PeopleSay said={view.said} page={page} />
        {keeps ? (
          <p>
            <ButtonLink calm href={`/directory/${id}/edit`}>
              {t('services.edit.link')}
            </ButtonLink>{' '}
            <ButtonLink calm href={`/directory/${id}/key`}>
              {t('exchange.key.change')}
            </ButtonLink>
          </p>
        ) : (
          <p className="meta">{t('services.choose-case')}</p>
        )}
        <Changes changes={view.changes} more={view.more} page={page} />
      </Narrow>
    </WorkPage>
  )
}
