import { ClockView } from '@/app/_frame/clock-view'
import { Code } from '@/app/_ui/code'
import { Risk } from '@/app/_ui/risk'
import { Table } from '@/app/_ui/table'
import { Tag } from '@/app/_ui/tag'
import { day } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import type { ListedCase } from '@/lib/desks/case-file/list-cases'
import { bandWords, riskLevel, situationWords } from '@/lib/desks/case-file/words'
import { dutyName } from '@/lib/desks/work/due-words'
import { between } from '@/lib/engines/clocks/between'
import type { Page } from '@/lib/platform/gate/read'

type Framed = { page: Omit<Page<unknown>, 'view'> }

/** Twenty-five cases, most pressing first. A restricted one says only that it exists. */
export function CaseTable({ rows, ended, page }: { rows: ListedCase[]; ended: boolean } & Framed) {
  const { t } = page
  const columns = (['code', 'person', 'situation', 'risk', ended ? 'ended' : 'due', 'lead'] as const).map(
    (name) => ({ label: t(`cases.column.${name}`) }),
  )
  return (
    <Table
      caption={t(ended ? 'cases.list.caption-ended' : 'cases.list.caption')}
      columns={columns}
      rows={rows.map((row) => ({ key: row.id, cells: cellsOf(row, ended, page) }))}
      narrow="duet"
    />
  )
}

function cellsOf(row: ListedCase, ended: boolean, page: Framed['page']) {
  const { t, locale, actor } = page
  const words = { t, locale, now: actor.now }
  const sealed = row.sensitivity === 'S4'
  const code = (
    <a href={`/cases/${row.code}`}>
      <Code>{row.code}</Code>
    </a>
  )
  const person = sealed ? (
    <Tag tone="seal" icon="lock">
      {t('cases.row.sealed')}
    </Tag>
  ) : (
    <span>{bandWords({ sex: row.sex ?? 'U', birthYear: row.birthYear }, words)}</span>
  )
  const situation = sealed ? <small>{t('cases.row.open-to-see')}</small> : situationWords(row, words)
  const risk = row.risk ? (
    <Risk level={riskLevel(row.risk)}>{wordingOf(t, `cases.risk.${row.risk}`, row.risk)}</Risk>
  ) : (
    <small>{t('cases.row.no-risk')}</small>
  )
  const when = ended ? <End row={row} page={page} /> : <Due row={row} page={page} />
  const lead = <Lead row={row} page={page} />
  return [code, person, situation, risk, when, lead]
}

type Cell = { row: ListedCase } & Framed

function Due({ row, page: { t, actor } }: Cell) {
  if (!row.nearest) return null
  const { kind, due, since } = row.nearest
  const clock = between(kind, { since: new Date(since ?? due), due: new Date(due) }, actor.now)
  // Of a restricted case nothing but its limit: what is asked would say what it is about.
  return <ClockView clock={clock} t={t} detail={row.sensitivity === 'S4' ? undefined : dutyName(kind, t)} />
}

function End({ row, page: { t, locale } }: Cell) {
  const state = wordingOf(t, `cases.state.${row.state}`, row.state)
  return (
    <span>
      {state}
      {row.closedAt && <small> {day(locale, row.closedAt)}</small>}
    </span>
  )
}

function Lead({ row, page: { t, locale } }: Cell) {
  return (
    <span>
      <bdi>{row.lead}</bdi>
      <small>
        {' '}
        {row.lastContactOn
          ? t('cases.row.seen', { on: day(locale, row.lastContactOn) })
          : t('cases.row.not-seen')}
      </small>
    </span>
  )
}
