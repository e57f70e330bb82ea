import { WorkPage } from '@/app/_frame/work-page'
import { ButtonLink } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/empty'
import { Head } from '@/app/_ui/head'
import { Table } from '@/app/_ui/table'
import { Tag } from '@/app/_ui/tag'
import { label, partnerName } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import { viewOwnServices } from '@/lib/desks/directory/view-own-services'
import { stateWords } from '@/lib/desks/directory/words'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'

type Props = { searchParams: Promise<Query> }

/** What the directory says of this agency around its base, what is to be verified first. */
export default async function OwnServicesPage({ searchParams }: Props) {
  const query = await searchParams
  const spec = { action: 'directory.list-own', roles: ['PARTNER_FP'], session: 'partner' } as const
  const page = await read(spec, (reading) => viewOwnServices(reading, query))
  const { t, locale, view, actor } = page
  const { entries, checking, toVerify } = view
  const title = t(checking ? 'services.check.title' : 'services.ours')
  const partner = partnerName(actor.partner ?? '', locale)
  const other = checking
    ? { href: '/services', text: t('services.check.all') }
    : { href: '/services?check=1', text: t('services.check.line', { count: toVerify }) }
  const columns = (['service', 'office', 'state', 'checked'] as const).map((name) => ({
    label: t(`services.${name}`),
  }))
  return (
    <WorkPage page={page} title={title} under="/services">
      <Head
        title={title}
        meta={t('services.ours.meta', { partner, count: entries.length })}
        lead={t('services.ours.lead')}
        actions={
          (checking || toVerify > 0) && (
            <ButtonLink calm href={other.href}>
              {other.text}
            </ButtonLink>
          )
        }
      />
      {entries.length === 0 ? (
        <Empty title={t(checking ? 'services.check.none' : 'services.ours.empty')}>
          {t(checking ? 'services.check.none.more' : 'services.ours.empty.more')}
        </Empty>
      ) : (
        <Table
          caption={title}
          quietCaption
          columns={columns}
          narrow="cards"
          rows={entries.map((entry) => ({
            key: entry.id,
            cells: [
              <a key="service" href={`/services/${entry.id}`}>
                {label('service_type', entry.service, locale)}
              </a>,
              entry.officeName,
              <Tag key="state" tone={entry.choosable ? 'good' : 'soon'}>
                {stateWords(entry, page)}
              </Tag>,
              t(entry.stale ? 'services.stale' : 'services.verified', { day: day(locale, entry.verifiedOn) }),
            ],
          }))}
        />
      )}
    </WorkPage>
  )
}
