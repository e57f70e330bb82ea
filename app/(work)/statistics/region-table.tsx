import { Table } from '@/app/_ui/table'
import { label } from '@/lib/base/codes/codes'
import { measures, regionsOf, sumOf } from '@/lib/desks/statistics/counts'
import { mostIn } from '@/lib/desks/statistics/findings'
import { number } from '@/lib/desks/statistics/words'
import type { StatisticsPage } from './page'

/** The four counts by region of assistance; each column stands for itself. */
export function RegionTable({ page: { t, locale, view } }: { page: StatisticsPage }) {
  const { counts } = view
  const regions = regionsOf(counts)
  const name = (region: string) => label('admin1_2014', region, locale)
  const { key, values } = mostIn(counts, regions)
  const title = t(key, values.region ? { ...values, region: name(String(values.region)) } : values)
  const line = (part: { region?: string }) =>
    measures.map((measure) => number(locale, sumOf(counts, { measure, ...part })))
  const columns = [
    { label: t('statistics.table.region') },
    ...measures.map((measure) => ({ label: t(`statistics.table.region.${measure}`), num: true })),
  ]
  const rows = regions.map((region) => ({ key: region, cells: [name(region), ...line({ region })] }))
  return (
    <Table
      title={{ id: 'regions', text: title }}
      columns={columns}
      rows={rows}
      foot={[t('statistics.total'), ...line({})]}
      narrow="cards"
    />
  )
}
