import { Sheet } from '@/app/_frame/sheet'
import { WorkPage } from '@/app/_frame/work-page'
import { Button } from '@/app/_ui/button'
import { SelectField } from '@/app/_ui/choices'
import { GetForm } from '@/app/_ui/form'
import { Head } from '@/app/_ui/head'
import { Columns } from '@/app/_ui/layout'
import { Tiles } from '@/app/_ui/tiles'
import { month as monthWords } from '@/lib/base/i18n/dates'
import { leftOut, measures, sumOf } from '@/lib/desks/statistics/counts'
import { type MonthView, readMonth } from '@/lib/desks/statistics/read-month'
import { number } from '@/lib/desks/statistics/words'
import { one, type Query } from '@/lib/platform/gate/query'
import { type Page, read } from '@/lib/platform/gate/read'
import { Course } from './course'
import { Definitions } from './definitions'
import { Exports } from './exports'
import { RegionTable } from './region-table'
import { SexAgeTable } from './sex-age-table'

export type StatisticsPage = Page<MonthView>

export default async function MonthPage({ searchParams }: { searchParams: Promise<Query> }) {
  const asked = one(await searchParams, 'month')
  const page = await read({ action: 'statistics.read', roles: ['IM'] }, (reading) =>
    readMonth(reading, asked),
  )
  const { t, locale, view } = page
  const name = monthWords(locale, view.month.first)
  return (
    <WorkPage page={page} title={t('statistics.title.month', { month: name })} under="/statistics">
      <Sheet name="figures" />
      <Head
        title={t('statistics.title.month', { month: name })}
        meta={t(view.over ? 'statistics.meta.over' : 'statistics.meta.open')}
        actions={<ChooseMonth page={page} />}
      />
      <Tiles tiles={tilesOf(page)} />
      <p className="meta">
        {t('statistics.not-added')} {t('statistics.left-out', leftOut(view.counts))}
      </p>
      <Columns>
        <Course page={page} />
        <SexAgeTable page={page} />
      </Columns>
      <RegionTable page={page} />
      <Columns>
        <Definitions page={page} />
        <Exports page={page} />
      </Columns>
    </WorkPage>
  )
}

function ChooseMonth({ page: { t, locale, view } }: { page: StatisticsPage }) {
  const options = view.months
    .toReversed()
    .map(({ month }) => ({ value: month, label: monthWords(locale, `${month}-01`) }))
  return (
    <GetForm action="/statistics" layout="row">
      <SelectField
        name="month"
        label={t('statistics.month')}
        options={options}
        value={view.month.code}
        narrow
      />
      <Button calm>{t('statistics.show')}</Button>
    </GetForm>
  )
}

function tilesOf({ t, locale, view }: StatisticsPage) {
  const start = monthWords(locale, `${view.months[0]?.month ?? view.month.code}-01`)
  return measures.map((measure) => ({
    count: number(locale, sumOf(view.counts, { measure })),
    label: t(`statistics.tile.${measure}`, { start }),
  }))
}
