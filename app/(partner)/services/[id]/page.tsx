import { CapacityQuestion } from '@/app/_frame/capacity-question'
import { entryFacts } from '@/app/_frame/entry-facts'
import { EntrySaved } from '@/app/_frame/entry-saved'
import { WorkPage } from '@/app/_frame/work-page'
import { ButtonLink } from '@/app/_ui/button'
import { Crumb } from '@/app/_ui/crumb'
import { Facts } from '@/app/_ui/facts'
import { Head } from '@/app/_ui/head'
import { Narrow } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { Tag } from '@/app/_ui/tag'
import { label } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import { viewOwnService } from '@/lib/desks/directory/view-own-services'
import { stateWords } from '@/lib/desks/directory/words'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

/** One entry of this agency: the question of the week, then what teams read. */
export default async function OwnServicePage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const spec = { action: 'directory.read-own', roles: ['PARTNER_FP'], session: 'partner' } as const
  const page = await read(spec, (reading) => viewOwnService(reading, id, query))
  const { t, locale, view } = page
  const { entry, draft } = view
  const service = label('service_type', entry.service, locale)
  return (
    <WorkPage keeps page={page} title={`${service}, ${entry.officeName}`} under="/services">
      <Narrow>
        <Crumb
          label={t('frame.crumb')}
          links={[{ href: '/services', label: t('services.ours') }]}
          here={service}
        />
        <EntrySaved entry={entry} query={query} page={page} />
        <Head
          title={service}
          meta={entry.officeName}
          actions={<Tag tone={entry.choosable ? 'good' : 'soon'}>{stateWords(entry, page)}</Tag>}
        />
        {entry.stale && (
          <Note tone="soon" icon="warn">
            {t('services.stale', { day: day(locale, entry.verifiedOn) })}
          </Note>
        )}
        <CapacityQuestion page={page} entry={entry} draft={draft} action={`/api/v1/services/${id}/renew`} />
        <Facts box facts={entryFacts(entry, entry.officeName, page)} />
        <p>
          <ButtonLink calm href={`/services/${id}/edit`}>
            {t('services.edit.link')}
          </ButtonLink>{' '}
          <ButtonLink calm href={`/services/${id}/key`}>
            {t('exchange.key.change')}
          </ButtonLink>
        </p>
      </Narrow>
    </WorkPage>
  )
}
