import { Facts } from '@/app/_ui/facts'
import { Section } from '@/app/_ui/layout'
import { month as monthWords } from '@/lib/base/i18n/dates'
import { measures } from '@/lib/desks/statistics/counts'
import type { StatisticsPage } from './page'

const notes = ['who', 'place', 'consent'] as const

/** What each figure counts and how, under the figures themselves. */
export function Definitions({ page: { t, view, locale } }: { page: StatisticsPage }) {
  const start = monthWords(locale, `${view.months[0]?.month ?? view.month.code}-01`)
  const facts = [
    ...measures.map((measure) => ({
      term: t(`statistics.tile.${measure}`, { start }),
      value: t(`statistics.definition.${measure}`),
    })),
    ...notes.map((note) => ({
      term: t(`statistics.note.${note}.term`),
      value: t(`statistics.note.${note}`),
    })),
  ]
  return (
    <Section title={t('statistics.definitions.title')} tight>
      <Facts facts={facts} />
    </Section>
  )
}
