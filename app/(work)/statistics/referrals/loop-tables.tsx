import type { ReactNode } from 'react'
import { Table } from '@/app/_ui/table'
import { TileLinks, Tiles } from '@/app/_ui/tiles'
import { label } from '@/lib/base/codes/codes'
import type { LoopRow } from '@/lib/desks/statistics/loop'
import { LOOP, type LoopMeasure } from '@/lib/desks/statistics/loop-measures'
import { number, timeWords } from '@/lib/desks/statistics/words'
import { codeName, hrefOf, type LoopPage } from './address'

type Props = { page: LoopPage }

/** All of the month, each a part of what was sent. */
export function Whole({ page, whole }: Props & { whole: LoopRow }) {
  const { t, locale, view } = page
  const tiles = LOOP.map((of) => ({
    count: number(locale, whole[of]),
    label: t(`loop.${of}`),
    href: hrefOf(view, { of }),
  }))
  return (
    <>
      {view.opens ? <TileLinks label={t('loop.whole')} tiles={tiles} /> : <Tiles tiles={tiles} />}
      <p className="meta">
        {t('loop.times', { median: timeWords(whole.median, t), p90: timeWords(whole.p90, t) })}
      </p>
    </>
  )
}

/** Columns of a table: what a tile says once for all is enough there. */
const COLUMNS = [
  'sent',
  'word',
  'accepted',
  'declined',
  'silent',
  'inTime',
  'completed',
  'confirmed',
  'contested',
] as const satisfies readonly LoopMeasure[]

export function ByTable({ page }: Props) {
  const { t, view } = page
  const columns = [
    { label: t(`loop.by.${view.by}`) },
    ...[...COLUMNS, 'times' as const].map((name) => ({
      label: t(`loop.short.${name}`),
      num: true,
    })),
  ]
  const rows = view.rows.map((row) => ({
    key: row.code,
    cells: [
      narrower(page, row.code),
      ...COLUMNS.map((of) => counted(page, row[of], { of, code: row.code })),
      // One piece: cut in two it reads like two columns.
      row.median === null
        ? '–'
        : `${timeWords(row.median, t)} · ${timeWords(row.p90, t)}`.replaceAll(' ', '\u00a0'),
    ],
  }))
  return <Table caption={t(`loop.by.${view.by}`)} quietCaption columns={columns} rows={rows} narrow="cards" />
}

/** A row leads to its own figures, told apart otherwise. */
function narrower(page: LoopPage, code: string): ReactNode {
  const { view } = page
  const name = codeName(page, view.by, code)
  if (view.by === 'month') return <a href={hrefOf({ ...view, month: code }, { by: 'partner' })}>{name}</a>
  return (
    <a
      href={hrefOf(view, { by: view.by === 'service' ? 'partner' : 'service', narrow: { [view.by]: code } })}
    >
      {name}
    </a>
  )
}

type Opening = { of: LoopMeasure; code?: string; reason?: string }
/** A number that opens what it counts; nothing opens nothing, and whoever counts everything opens no case. */
function counted({ locale, view }: LoopPage, count: number, opening: Opening): ReactNode {
  if (!view.opens || count === 0) return number(locale, count)
  return <a href={hrefOf(view, opening)}>{number(locale, count)}</a>
}

/** Why agencies said no. */
export function Declines({ page }: Props) {
  const { t, locale, view } = page
  if (view.reasons.length === 0) return null
  return (
    <Table
      title={{ id: 'declines', text: t('loop.reasons') }}
      columns={[{ label: t('loop.reason') }, { label: t('loop.declined'), num: true }]}
      rows={view.reasons.map(({ code, declined }) => ({
        key: code,
        cells: [
          label('referral_decline_reason', code, locale),
          counted(page, declined, { of: 'declined', reason: code }),
        ],
      }))}
      narrow="cards"
    />
  )
}
