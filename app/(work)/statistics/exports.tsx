import { ButtonLink } from '@/app/_ui/button'
import { Code } from '@/app/_ui/code'
import { CheckList } from '@/app/_ui/kept-list'
import { Row, Section } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { moment, month as monthWords } from '@/lib/base/i18n/dates'
import type { Locale } from '@/lib/base/i18n/locale'
import type { Translate } from '@/lib/base/i18n/translate'
import type { ExportRow } from '@/lib/desks/statistics/queries'
import type { StatisticsPage } from './page'

/** The file of the month, what it holds, and who took the last ones. */
export function Exports({ page: { t, locale, view } }: { page: StatisticsPage }) {
  const name = monthWords(locale, view.month.first)
  return (
    <Section title={t('statistics.export.title', { month: name })} tight>
      <Note tone="soon" icon="lock">
        <b>{t('statistics.restriction.notice')}</b> {t('statistics.export.what')}{' '}
        {t('statistics.export.logged')}
      </Note>
      <Row>
        <ButtonLink href={`/api/v1/statistics/${view.month.code}/export`} icon="save">
          {t('statistics.download')}
        </ButtonLink>
        <ButtonLink href="/api/v1/statistics/definitions" calm>
          {t('statistics.export.definitions')}
        </ButtonLink>
      </Row>
      <h3>{t('statistics.export.last')}</h3>
      <LastExports exports={view.exports} t={t} locale={locale} />
    </Section>
  )
}

type Props = { exports: ExportRow[]; t: Translate; locale: Locale }

export function LastExports({ exports, t, locale }: Props) {
  if (exports.length === 0) return <p className="meta">{t('statistics.export.none')}</p>
  const items = exports.map((row) => ({
    mark: 'none' as const,
    text: monthWords(locale, `${row.month}-01`),
    detail: (
      <>
        {t('statistics.export.row', { by: row.madeBy, at: moment(locale, row.madeAt) })} ·{' '}
        <Code>{row.sha256.slice(0, 12)}</Code>
      </>
    ),
  }))
  return <CheckList items={items} />
}
