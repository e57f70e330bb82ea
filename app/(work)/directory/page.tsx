import { WorkPage } from '@/app/_frame/work-page'
import { Button, ButtonLink } from '@/app/_ui/button'
import { SelectField } from '@/app/_ui/choices'
import { Empty } from '@/app/_ui/empty'
import { GetForm } from '@/app/_ui/form'
import { Head } from '@/app/_ui/head'
import { Table } from '@/app/_ui/table'
import { Tag } from '@/app/_ui/tag'
import { label, partnerName } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import type { Ranked } from '@/lib/casework/services/ranking'
import { directoryRoles, viewDirectory } from '@/lib/desks/directory/view-directory'
import { rateWords, stateWords } from '@/lib/desks/directory/words'
import type { Query } from '@/lib/platform/gate/query'
import type { Page } from '@/lib/platform/gate/read'
import { read } from '@/lib/platform/gate/read'

/** Who offers what, from which office, whether it is open, and when somebody last looked. */
export default async function DirectoryPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const page = await read({ action: 'directory.list', roles: directoryRoles }, (reading) =>
    viewDirectory(reading, query),
  )
  const { t, locale, view } = page
  const open = view.entries.filter((entry) => entry.choosable).length
  const all = { value: '', label: t('services.filter.all') }
  const columns = (['service', 'partner', 'state', 'checked', 'answers'] as const).map((name) => ({
    label: t(`services.${name}`),
  }))
  return (
    <WorkPage page={page} title={t('services.title')} under="/directory">
      <Head title={t('services.title')} meta={t('services.meta', { count: view.entries.length, open })} />
      <GetForm action="/directory" layout="row" label={t('services.filter')}>
        <SelectField
          name="service"
          label={t('services.filter.service')}
          value={view.service}
          options={[
            all,
            ...view.services.map((value) => ({ value, label: label('service_type', value, locale) })),
          ]}
        />
        <SelectField
          name="office"
          label={t('services.filter.office')}
          value={view.office}
          options={[all, ...view.places.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <Button calm>{t('services.filter.look')}</Button>
      </GetForm>
      {view.entries.length === 0 ? (
        <Empty
          title={t('services.empty')}
          actions={<ButtonLink href="/directory?office=">{t('services.empty.all')}</ButtonLink>}
        >
          {t('services.empty.more')}
        </Empty>
      ) : (
        <Table
          caption={t('services.title')}
          quietCaption
          columns={columns}
          rows={view.entries.map((entry) => ({ key: entry.id, cells: cellsOf(entry, page) }))}
          narrow="cards"
        />
      )}
    </WorkPage>
  )
}

function cellsOf(entry: Ranked, { t, locale }: Omit<Page<unknown>, 'view'>) {
  const words = { t, locale }
  return [
    <a key="service" href={`/directory/${entry.id}`}>
      {label('service_type', entry.service, locale)}
    </a>,
    `${partnerName(entry.partner, locale)} · ${entry.place}`,
    <Tag key="state" tone={entry.choosable ? 'good' : 'soon'}>
      {stateWords(entry, words)}
    </Tag>,
    entry.stale ? t('services.stale', { day: day(locale, entry.verifiedOn) }) : day(locale, entry.verifiedOn),
    rateWords(entry.rate, t),
  ]
}
