import { aboutColleague } from '@/app/_frame/about-colleague'
import { Risk } from '@/app/_ui/risk'
import { Table } from '@/app/_ui/table'
import { wordingOf } from '@/lib/base/i18n/translate'
import { keepHere, writeMove } from '@/lib/casework/cases/hand-over'
import type { LineRow } from '@/lib/desks/case-file/line-rows'
import { riskLevel } from '@/lib/desks/case-file/words'
import type { StaffRow } from '@/lib/desks/staff/colleagues-of-offices'
import type { HandOverView } from '@/lib/desks/staff/prepare-hand-over'
import { ableFor, type Given } from '@/lib/desks/staff/propose-hands'
import type { Page } from '@/lib/platform/gate/read'
import { Step, Who } from '../case-table'

type Framed = { page: Omit<Page<unknown>, 'view'> }
type Props = { view: HandOverView; choice: (code: string) => string } & Framed

/** Each case with the hands it goes into, and why them. */
export function GivenTable({ view, choice, page }: Props) {
  const { t } = page
  return (
    <Table
      title={{ id: 'given', text: t('staff.hand.cases') }}
      columns={[
        { label: t('cases.column.code') },
        { label: t('cases.column.risk') },
        { label: t('cases.column.step') },
        { label: t('staff.column.to') },
      ]}
      rows={view.rows.map((row) => ({
        key: row.id,
        cells: [
          <Who key="who" row={row} page={page} />,
          row.risk ? (
            <Risk key="risk" level={riskLevel(row.risk)}>
              {wordingOf(t, `cases.risk.${row.risk}`, row.risk)}
            </Risk>
          ) : (
            <span key="risk" className="meta">
              {t('cases.row.no-risk')}
            </span>
          ),
          <span key="step">
            <Step row={row} page={page} />
            {view.given.get(row.code)?.offered && (
              <>
                {' '}
                <a href={`/cases/${row.code}#state`}>{t('transfers.waits-here')}</a>
              </>
            )}
          </span>,
          <Hands key="hands" row={row} view={view} choice={choice} page={page} />,
        ],
      }))}
      narrow="duet"
      dense
    />
  )
}

function Hands({ row, view, choice, page }: { row: LineRow } & Props) {
  const { t } = page
  const given = view.given.get(row.code)
  const able = given ? ableFor(given, view.staff) : []
  if (!given || able.length === 0) return <b>{t('staff.hand.nobody')}</b>
  const chosen = choice(row.code)
  const proposal = view.proposals.get(row.code)
  return (
    <>
      <select
        name="moves"
        aria-label={t('staff.hand.to', { code: row.code })}
        defaultValue={chosen ? writeMove({ ...given, to: chosen }) : keepHere(row.code)}
      >
        <option value={keepHere(row.code)}>{t('staff.hand.keep')}</option>
        {able.map((one) => (
          <option key={one.id} value={writeMove({ ...given, to: one.id })}>
            {lineOf(one, given, page)}
          </option>
        ))}
      </select>
      {proposal?.to === chosen && <small>{t(`staff.hand.why.${proposal.why}`)}</small>}
    </>
  )
}

/** Who it is, what they work as, carry and speak, when they are away, and whether they speak with the person. */
function lineOf(one: StaffRow, given: Given, page: Framed['page']): string {
  const speaks = one.languages.some((language) => given.languages.includes(language))
  const line = `${one.name} · ${aboutColleague(one, page)}`
  return speaks ? `${line} · ${page.t('staff.hand.why.speaks')}` : line
}
