import { listedService } from '@/app/_frame/listed-service'
import { Code } from '@/app/_ui/code'
import { Icon } from '@/app/_ui/icon'
import { Table } from '@/app/_ui/table'
import { donorName } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import type { HelpRow } from '@/lib/desks/assistance/list-assistance'
import type { Page } from '@/lib/platform/gate/read'

type Framed = Omit<Page<unknown>, 'view'>

/** One line of help a row: the case by its code, what, how much, how many people, out of what. */
export function HelpTable({ rows, page }: { rows: readonly HelpRow[]; page: Framed }) {
  const { t } = page
  const names = ['case', 'service', 'quantity', 'reached', 'on', 'fund'] as const
  return (
    <Table
      title={{ id: 'lines', text: t('assistance.browse.lines') }}
      columns={names.map((name) => ({
        label: t(`assistance.browse.${name}`),
        num: name === 'reached',
      }))}
      rows={rows.map((row) => ({ key: row.id, cells: cellsOf(row, page) }))}
      narrow="cards"
    />
  )
}

function cellsOf(row: HelpRow, { t, locale }: Framed) {
  const { quantity, unit } = row
  return [
    <a key="case" href={`/cases/${row.code}/assistance`}>
      <Code>{row.code}</Code>
      {row.restricted && (
        <>
          {' '}
          <Icon name="lock" />
          <span className="vh">{t('cases.row.sealed')}</span>
        </>
      )}
    </a>,
    listedService(row.service, { t, locale }),
    t('assistance.counted', { quantity, code: unit }),
    row.reached ?? t('assistance.whom.unsaid'),
    day(locale, row.on),
    [donorName(row.donor, locale), row.project].filter(Boolean).join(', '),
  ]
}
