import { Table } from '@/app/_ui/table'
import { label } from '@/lib/base/codes/codes'
import { wordingOf } from '@/lib/base/i18n/translate'
import { agesOf, sexesOf, sumOf } from '@/lib/desks/statistics/counts'
import { womenAmong } from '@/lib/desks/statistics/findings'
import { number } from '@/lib/desks/statistics/words'
import type { StatisticsPage } from './page'

/** New people by sex and age group, with totals. */
export function SexAgeTable({ page: { t, locale, view } }: { page: StatisticsPage }) {
  const counts = view.counts.filter(({ measure }) => measure === 'NEW')
  const sexes = sexesOf(counts)
  const cell = (part: { sex?: string; ageGroup?: string }) =>
    number(locale, sumOf(counts, { measure: 'NEW', ...part }))
  const line = (part: { ageGroup?: string }) => [...sexes.map((sex) => cell({ sex, ...part })), cell(part)]
  const { key, values } = womenAmong(counts)
  const columns = [
    { label: t('statistics.table.age') },
    ...sexes.map((sex) => ({ label: wordingOf(t, `statistics.sex.${sex}`, sex), num: true })),
    { label: t('statistics.total'), num: true },
  ]
  const rows = agesOf(counts).map((ageGroup) => ({
    key: ageGroup,
    cells: [label('age_group', ageGroup, locale), ...line({ ageGroup })],
  }))
  return (
    <Table
      title={{ id: 'sex-age', text: t(key, values) }}
      columns={columns}
      rows={rows}
      foot={[t('statistics.total'), ...line({})]}
    />
  )
}
