import type { ReactNode } from 'react'
import { WorkPage } from '@/app/_frame/work-page'
import { Code } from '@/app/_ui/code'
import { Empty } from '@/app/_ui/empty'
import { Head } from '@/app/_ui/head'
import { Table } from '@/app/_ui/table'
import { label } from '@/lib/base/codes/codes'
import { countReturns, OF_COUNTRY, OF_KIND, type ReturnCounts } from '@/lib/desks/statistics/returns'
import { number } from '@/lib/desks/statistics/words'
import type { Query } from '@/lib/platform/gate/query'
import { type Page, read } from '@/lib/platform/gate/read'

type Counted = Page<ReturnCounts>
const HERE = '/statistics/returns'

/** Returns by country and grants by kind, no name and no story. What a supervisor counts here, they open. */
export default async function ReturnCountsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const page = await read({ action: 'return.count', roles: ['SUPERVISOR', 'IM'] }, (reading) =>
    countReturns(reading, query),
  )
  const { t, view } = page
  const title = t('reintegration.counts.title')
  return (
    <WorkPage page={page} title={title} under={HERE}>
      <Head title={title} meta={t(view.all ? 'reintegration.counts.lead-im' : 'reintegration.counts.lead')} />
      <OpenedCases page={page} />
      <Table
        caption={t('reintegration.counts.by-country')}
        columns={(['country', ...OF_COUNTRY] as const).map((name) => ({
          label: t(`reintegration.counts.${name}`),
          num: name !== 'country',
        }))}
        rows={view.countries.map((row) => ({
          key: row.code,
          cells: [
            label('return_country', row.code, page.locale),
            ...OF_COUNTRY.map((of) => counted(page, row[of], `country=${row.code}&of=${of}`)),
          ],
        }))}
        narrow="cards"
      />
      <Table
        caption={t('reintegration.counts.by-kind')}
        columns={(['kind', ...OF_KIND, 'amount'] as const).map((name) => ({
          label: t(`reintegration.counts.${name}`),
          num: name !== 'kind',
        }))}
        rows={view.kinds.map((row) => ({
          key: row.code,
          cells: [
            label('business_state', row.code, page.locale),
            ...OF_KIND.map((of) => counted(page, row[of], `kind=${row.code}&of=${of}`)),
            number(page.locale, row.amount),
          ],
        }))}
        narrow="cards"
      />
    </WorkPage>
  )
}

/** A number that opens what it counts; nothing opens nothing, and whoever counts everything opens no case. */
function counted({ locale, view }: Counted, count: number, query: string): ReactNode {
  if (view.all || count === 0) return number(locale, count)
  return (
    <a key={query} href={`${HERE}?${query}`}>
      {number(locale, count)}
    </a>
  )
}

/** The cases behind one number: their codes and nothing else. */
function OpenedCases({ page: { t, locale, view } }: { page: Counted }) {
  const { opened, cases } = view
  if (!opened || !cases) return null
  const list = opened.by === 'country' ? 'return_country' : 'business_state'
  const what = t('frame.said', {
    what: label(list, opened.code, locale),
    how: t(`reintegration.counts.${opened.of}`),
  })
  return (
    <section>
      <h2>{t('reintegration.counts.list', { what })}</h2>
      {cases.length === 0 ? (
        <Empty title={t('reintegration.counts.nothing')} />
      ) : (
        <ul className="row">
          {cases.map((code, index) => (
            <li key={`${code} ${String(index)}`}>
              <a href={`/cases/${code}/return`}>
                <Code>{code}</Code>
              </a>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={HERE}>{t('reintegration.counts.back')}</a>
      </p>
    </section>
  )
}
