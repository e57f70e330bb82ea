import { Clock } from '@/app/_ui/clock'
import { Code } from '@/app/_ui/code'
import { Hand } from '@/app/_ui/hand'
import { Icon } from '@/app/_ui/icon'
import { Risk } from '@/app/_ui/risk'
import { type Column, Table } from '@/app/_ui/table'
import { wordingOf } from '@/lib/base/i18n/translate'
import { initials } from '@/lib/casework/people/identity'
import { listHref, type SortKey } from '@/lib/casework/views/filter'
import type { LineRow } from '@/lib/desks/case-file/line-rows'
import { contactWords, stepWords, turnWords } from '@/lib/desks/case-file/line-words'
import type { CaseList } from '@/lib/desks/case-file/list-cases'
import { ageWords, riskLevel, situationWords } from '@/lib/desks/case-file/words'
import { dueWords } from '@/lib/desks/work/due-words'
import type { Page } from '@/lib/platform/gate/read'

type Framed = { page: Omit<Page<unknown>, 'view'> }

const columns = ['code', 'risk', 'step', 'turn', 'contact'] as const satisfies readonly SortKey[]

/** Twenty-five living cases, two lines each. A restricted one says only that it exists, and when something falls due. */
export function CaseTable({ list, page }: { list: CaseList } & Framed) {
  const { t } = page
  const { filter, lines } = list
  return (
    <Table
      caption={t(`cases.caption.${filter.sort.by}`)}
      quietCaption
      columns={columns.map((by): Column => {
        const now = filter.sort.by === by
        const falling = now && !filter.sort.falling
        return {
          label: t(`cases.column.${by}`),
          sort: {
            href: listHref({ ...filter, sort: { by, falling } }),
            now: now ? (filter.sort.falling ? 'descending' : 'ascending') : undefined,
          },
        }
      })}
      rows={lines.map((row) => ({ key: row.id, cells: cellsOf(row, page, list.supervises) }))}
      narrow="duet"
      dense
    />
  )
}

function cellsOf(row: LineRow, page: Framed['page'], ticks: boolean) {
  return [
    ticks ? <Ticked key="who" row={row} page={page} /> : <Who key="who" row={row} page={page} />,
    <Rated key="risk" row={row} page={page} />,
    <Step key="step" row={row} page={page} />,
    <WhoseTurn key="turn" row={row} page={page} />,
    <Contact key="contact" row={row} page={page} />,
  ]
}

type Cell = { row: LineRow } & Framed

/** A supervisor ticks what is handed over. */
function Ticked({ row, page }: Cell) {
  return (
    <div className="opt">
      <input
        type="checkbox"
        name="case"
        value={row.code}
        aria-label={page.t('staff.hand.tick', { code: row.code })}
      />
      <span>
        <Who row={row} page={page} />
      </span>
    </div>
  )
}

export function Who({ row, page: { t, locale, actor } }: Cell) {
  const letters = initials(row.identity)
  const age = ageWords({ ...row, sex: row.sex ?? 'U' }, { t, locale, now: actor.now })
  return (
    <>
      <a href={`/cases/${row.code}`}>
        <Code>{row.code}</Code>
      </a>
      <small>
        {row.sensitivity === 'S3' ? (
          <bdi>{letters ? `${letters} · ${age}` : age}</bdi>
        ) : (
          <>
            <Icon name="lock" /> {t('cases.row.sealed')}
          </>
        )}
      </small>
    </>
  )
}

function Rated({ row, page: { t, locale, actor } }: Cell) {
  return (
    <>
      {row.risk ? (
        <Risk level={riskLevel(row.risk)}>{wordingOf(t, `cases.risk.${row.risk}`, row.risk)}</Risk>
      ) : (
        <span className="meta">{t('cases.row.no-risk')}</span>
      )}
      <small>
        {row.sensitivity === 'S3'
          ? situationWords(row, { t, locale, now: actor.now })
          : t('cases.row.open-to-see')}
      </small>
    </>
  )
}

/** What comes next and by when: in the list, and where a case changes hands. */
export function Step({ row, page }: Cell) {
  const { t, locale, actor } = page
  const words = stepWords(row, { t, locale, actor })
  if (row.due === null) return <span className="meta">{words}</span>
  const clock = dueWords({ due: row.due, since: row.since }, actor.now.getTime())
  return <Clock words={words} detail={t(clock.key, clock.values)} tone={clock.tone} used={clock.used} />
}

function WhoseTurn({ row, page: { t, locale, actor } }: Cell) {
  const { side, words } = turnWords(row, { t, locale, actor })
  return (
    <>
      <Hand side={side}>{words}</Hand>
      <small>
        <bdi>{row.lead}</bdi>
      </small>
    </>
  )
}

function Contact({ row, page: { t, locale, actor } }: Cell) {
  const { ago, on } = contactWords(row, { t, locale, actor })
  return (
    <>
      {ago}
      <small>{on}</small>
    </>
  )
}
