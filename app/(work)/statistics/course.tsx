import { Figure } from '@/app/_ui/figure'
import { Table } from '@/app/_ui/table'
import { month as monthWords } from '@/lib/base/i18n/dates'
import { courseOf } from '@/lib/desks/statistics/findings'
import { number } from '@/lib/desks/statistics/words'
import type { StatisticsPage } from './page'

const [top, floor, step, width] = [24, 150, 30, 20]

/** New people of the twelve months up to the one on screen, as bars and as a table. */
export function Course({ page }: { page: StatisticsPage }) {
  const { t, locale, view } = page
  const end = view.months.findIndex(({ month }) => month === view.month.code)
  const months = view.months.slice(Math.max(0, end - 11), end + 1)
  const name = (code: string) => monthWords(locale, `${code}-01`)
  const { key, values } = courseOf(view.months, view.month.code)
  const title = t(key, values.before ? { ...values, before: name(String(values.before)) } : values)
  const rows = months.map(({ month, persons }) => ({
    key: month,
    cells: [name(month), number(locale, persons)],
  }))
  const columns = [
    { label: t('statistics.table.month') },
    { label: t('statistics.table.persons'), num: true },
  ]
  const table = <Table caption={t('statistics.table.months')} quietCaption columns={columns} rows={rows} />
  return (
    <Figure title={title} table={{ summary: t('statistics.see-table'), content: table }}>
      <Bars months={months} page={page} />
    </Figure>
  )
}

type Month = { month: string; persons: number }

function Bars({ months, page: { t, locale, view } }: { months: Month[]; page: StatisticsPage }) {
  const most = months.reduce((a, b) => (b.persons > a.persons ? b : a), { month: '', persons: 0 })
  const now = months.at(-1) ?? most
  const words = (code: string) => (code ? monthWords(locale, `${code}-01`) : '')
  const label = t('statistics.chart.label', {
    most: number(locale, most.persons),
    at: words(most.month),
    now: number(locale, now.persons),
    month: words(view.month.code),
  })
  const high = (persons: number) => Math.round(((floor - top) * persons) / Math.max(1, most.persons))
  return (
    <svg viewBox="0 0 360 172" role="img" aria-label={label}>
      <path className="g" d={`M0 ${floor}h360`} />
      {months.map(({ month, persons }, index) => {
        const [x, height, current] = [index * step + 5, high(persons), month === view.month.code]
        return (
          <g key={month}>
            <rect className={current ? 'f1' : 'k2'} x={x} y={floor - height} width={width} height={height} />
            {(current || month === most.month) && (
              <text className="m" x={x + width / 2} y={floor - height - 6}>
                {number(locale, persons)}
              </text>
            )}
            <text className="m q" x={x + width / 2} y={floor + 18}>
              {words(month).slice(0, 1).toUpperCase()}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
