import { Table } from '@/app/_ui/table'
import { label } from '@/lib/base/codes/codes'
import { addUp, GRANT_LINES, percentOf } from '@/lib/casework/reintegration/lines'
import type { Grant } from '@/lib/casework/reintegration/queries'
import { number } from '@/lib/desks/statistics/words'
import type { Framed } from '../case-frame'

/** The budget line by line: the amount, its share, what was handed over, what is left. In XOF. */
export function GrantLines({ grant, page: { t, locale } }: { grant: Grant; page: Framed }) {
  const given = addUp(grant.deliveries.map(({ lines }) => lines))
  const names = ['line', 'amount', 'share', 'given', 'left'] as const
  const rows = GRANT_LINES.flatMap((line) => {
    const amount = grant.lines[line]
    if (!amount) return []
    const handed = given[line] ?? 0
    const cells = [
      label('grant_line', line, locale),
      number(locale, amount),
      t('reintegration.percent', { percent: percentOf(amount, grant.total) }),
      number(locale, handed),
      number(locale, amount - handed),
    ]
    return [{ key: line, cells }]
  })
  if (rows.length === 0) return null
  return (
    <Table
      caption={t('reintegration.lines.caption')}
      columns={names.map((name) => ({ label: t(`reintegration.lines.${name}`), num: name !== 'line' }))}
      rows={rows}
      narrow="cards"
    />
  )
}
