import { Code } from '@/app/_ui/code'
import { Risk } from '@/app/_ui/risk'
import { Table } from '@/app/_ui/table'
import { Tag } from '@/app/_ui/tag'
import { label } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import type { EndedRow } from '@/lib/desks/case-file/list-cases'
import { bandWords, riskLevel } from '@/lib/desks/case-file/words'
import type { Page } from '@/lib/platform/gate/read'

type Framed = { page: Omit<Page<unknown>, 'view'> }

/** Ended cases, newest first. */
export function EndedTable({ rows, page }: { rows: EndedRow[] } & Framed) {
  const { t } = page
  return (
    <Table
      caption={t('cases.list.caption-ended')}
      columns={(['code', 'person', 'risk', 'ended', 'lead'] as const).map((name) => ({
        label: t(`cases.column.${name}`),
      }))}
      rows={rows.map((row) => ({ key: row.id, cells: cellsOf(row, page) }))}
      narrow="duet"
    />
  )
}

function cellsOf(row: EndedRow, { t, locale, actor }: Framed['page']) {
  const code = (
    <a key="code" href={`/cases/${row.code}`}>
      <Code>{row.code}</Code>
    </a>
  )
  const person =
    row.sensitivity === 'S3' ? (
      bandWords({ sex: row.sex ?? 'U', birthYear: row.birthYear }, { t, locale, now: actor.now })
    ) : (
      <Tag tone="seal" icon="lock">
        {t('cases.row.sealed')}
      </Tag>
    )
  const risk = row.risk && (
    <Risk level={riskLevel(row.risk)}>{wordingOf(t, `cases.risk.${row.risk}`, row.risk)}</Risk>
  )
  const end = (
    <>
      {wordingOf(t, `cases.state.${row.state}`, row.state)}
      <small>{row.closedAt && day(locale, row.closedAt)}</small>
      {row.closureReason && <small>{label('closure_reason', row.closureReason, locale)}</small>}
    </>
  )
  return [code, person, risk, end, <bdi key="lead">{row.lead}</bdi>]
}
