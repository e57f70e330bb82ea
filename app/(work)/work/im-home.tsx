import { ButtonLink } from '@/app/_ui/button'
import { Head } from '@/app/_ui/head'
import { Columns, Section } from '@/app/_ui/layout'
import { Table } from '@/app/_ui/table'
import { Tiles } from '@/app/_ui/tiles'
import { LastExports } from '@/app/(work)/statistics/exports'
import { month as monthWords } from '@/lib/base/i18n/dates'
import { measures, sumOf } from '@/lib/desks/statistics/counts'
import { number } from '@/lib/desks/statistics/words'
import type { ImDay } from '@/lib/desks/work/other-days'
import { type Framed, greeting, today } from './framed'

/** The information officer's day: the month in progress, the last months, the last files. */
export function ImHome({ day, page }: { day: ImDay; page: Framed }) {
  const { t, locale } = page
  const name = (code: string) => monthWords(locale, `${code}-01`)
  const start = name(day.months[0]?.month ?? day.month?.code ?? '2014-01')
  const lead = day.month ? capital(t('work.im.lead', { month: name(day.month.code) })) : ''
  return (
    <>
      <Head
        title={greeting(page)}
        lead={`${today(page)} ${lead}`}
        actions={<ButtonLink href="/statistics">{t('work.im.open')}</ButtonLink>}
      />
      <Tiles
        tiles={measures.map((measure) => ({
          count: number(locale, sumOf(day.counts, { measure })),
          label: t(`statistics.tile.${measure}`, { start }),
        }))}
      />
      <p className="meta">{t('statistics.not-added')}</p>
      <Columns>
        <Table
          title={{ id: 'months', text: t('work.im.course') }}
          columns={[
            { label: t('statistics.table.month') },
            { label: t('statistics.table.persons'), num: true },
          ]}
          rows={day.months
            .slice(-6)
            .toReversed()
            .map(({ month, persons }) => ({
              key: month,
              cells: [
                <a key="month" href={`/statistics?month=${month}`}>
                  {name(month)}
                </a>,
                number(locale, persons),
              ],
            }))}
        />
        <Section title={t('work.im.exports')} tight>
          <LastExports exports={day.exports} t={t} locale={locale} />
        </Section>
      </Columns>
    </>
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
