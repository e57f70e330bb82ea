import { WorkPage } from '@/app/_frame/work-page'
import { Button, ButtonLink } from '@/app/_ui/button'
import { SelectField } from '@/app/_ui/choices'
import { Empty } from '@/app/_ui/empty'
import { GetForm } from '@/app/_ui/form'
import { Head } from '@/app/_ui/head'
import { Pages } from '@/app/_ui/pages'
import { Table } from '@/app/_ui/table'
import { Tag } from '@/app/_ui/tag'
import { label, partnerName } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import type { Translate } from '@/lib/base/i18n/translate'
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
  const title = t(view.checking ? 'services.check.title' : 'services.title')
  const open = view.entries.filter((entry) => entry.choosable).length
  const all = { value: '', label: t('services.filter.all') }
  const columns = (['service', 'partner', 'state', 'checked', 'answers'] as const).map((name) => ({
    label: t(`services.${name}`),
  }))
  return (
    <WorkPage page={page} title={title} under="/directory">
      <Head
        title={title}
        meta={t('services.meta', { count: view.entries.length, open })}
        actions={view.check && <Keeping check={view.check} checking={view.checking} t={t} />}
      />
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
          title={t(view.checking ? 'services.check.none' : 'services.empty')}
          actions={<ButtonLink href="/directory?office=">{t('services.empty.all')}</ButtonLink>}
        >
          {t(view.checking ? 'services.check.none.more' : 'services.empty.more')}
        </Empty>
      ) : (
        <Table
          caption={title}
          quietCaption
          columns={columns}
          rows={view.entries.map((entry) => ({ key: entry.id, cells: cellsOf(entry, page) }))}
          narrow="cards"
        />
      )}
      {view.checking && view.check && <CheckPages check={view.check} shown={view.entries.length} t={t} />}
    </WorkPage>
  )
}

type Check = { total: number; from: number; more: boolean }

/** What whoever keeps the directory does here: exactly what is to be verified, and a new entry. */
function Keeping({ check, checking, t }: { check: Check; checking: boolean; t: Translate }) {
  return (
    <>
      {checking ? (
        <ButtonLink calm href="/directory">
          {t('services.check.all')}
        </ButtonLink>
      ) : (
        check.total > 0 && (
          <ButtonLink calm href="/directory?check=1">
            {t('services.check.line', { count: check.total })}
          </ButtonLink>
        )
      )}
      <ButtonLink href="/directory/new">{t('services.add.link')}</ButtonLink>
    </>
  )
}

function CheckPages({
  check: { total, from, more },
  shown,
  t,
}: {
  check: Check
  shown: number
  t: Translate
}) {
  const next = { href: `/directory?check=1&from=${from + shown}`, label: t('services.check.later') }
  const first = { href: '/directory?check=1', label: t('services.check.first') }
  return (
    (more || from > 0) && (
      <Pages
        label={t('services.check.pages')}
        range={t('services.check.shown', { from: from + 1, to: from + shown, total })}
        previous={from > 0 ? first : undefined}
        next={more ? next : undefined}
      />
    )
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
