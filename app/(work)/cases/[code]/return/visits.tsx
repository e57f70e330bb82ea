import { Table } from '@/app/_ui/table'
import { label } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import { isoDayOf } from '@/lib/base/time/days'
import type { Grant, NotedVisit } from '@/lib/casework/reintegration/queries'
import type { Shown } from './page'

/** The visits that the delivery promises, each with its window, and those that were made. */
export function Visits({ grant, page }: { grant: Grant; page: Shown }) {
  const { t, locale, view, actor } = page
  const today = isoDayOf(actor.now)
  const href = `/cases/${view.head.reach.record.code}/return/visit?grant=${grant.id}`
  const promised = view.plan.visits.filter(({ grant_id }) => grant_id === grant.id)
  const made = (visit: string) => grant.visits.find((one) => one.visit === visit)
  const act = (visit: string) =>
    view.may.work ? (
      <a href={`${href}&visit=${visit}`}>
        {t('reintegration.visits.note')}
        <span className="vh"> {label('visit_month', visit, locale)}</span>
      </a>
    ) : (
      ''
    )
  const rows = promised.map((one) => {
    const noted = made(one.visit)
    const late = one.until_on < today
    const window = t(late && !noted ? 'reintegration.visits.late' : 'reintegration.visits.window', {
      on: day(locale, one.on_day),
      from: day(locale, one.from_on),
      until: day(locale, one.until_on),
    })
    return {
      key: one.visit,
      cells: [
        label('visit_month', one.visit, locale),
        window,
        ...(noted ? found(noted, page) : ['', act(one.visit)]),
      ],
    }
  })
  const extra = grant.visits
    .filter(({ visit }) => visit === 'EXTRA')
    .map((one) => ({ key: one.id, cells: [label('visit_month', 'EXTRA', locale), '', ...found(one, page)] }))
  const names = ['visit', 'when', 'found', 'follow'] as const
  return (
    <>
      <Table
        caption={t('reintegration.visits.caption')}
        columns={names.map((name) => ({ label: t(`reintegration.visits.${name}`) }))}
        rows={[...rows, ...extra]}
        narrow="cards"
      />
      {view.may.work && (
        <p>
          <a href={`${href}&visit=EXTRA`}>{t('reintegration.visits.extra')}</a>
        </p>
      )}
    </>
  )
}

/** What a visit found, when, by whom, and what follows. */
const found = ({ id, visitedOn, outcome, follow, by, sheet }: NotedVisit, page: Shown) => {
  const { t, locale, view, actor } = page
  const base = `/cases/${view.head.reach.record.code}/assessments`
  // The sheet is the social worker's to fill in, and the team's to read.
  const fills = view.may.work && actor.role === 'SOCIAL_WORKER'
  return [
    <span key="found">
      {label('visit_outcome', outcome, locale)}, {day(locale, visitedOn)}, <bdi>{by}</bdi>
      {sheet?.finished ? (
        <>
          {' · '}
          <a href={`${base}/${sheet.id}`}>{t('reintegration.sheet.see')}</a>
        </>
      ) : (
        fills && (
          <>
            {' · '}
            <a href={`${base}/REINT_VISIT/fill?visit=${id}`}>
              {t(sheet ? 'reintegration.sheet.go-on' : 'reintegration.sheet.fill')}
            </a>
          </>
        )
      )}
    </span>,
    label('visit_follow', follow, locale),
  ]
}
