import { ButtonLink } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/empty'
import { Facts } from '@/app/_ui/facts'
import { SubHead } from '@/app/_ui/head'
import { AsidePart, Split } from '@/app/_ui/layout'
import { Table } from '@/app/_ui/table'
import { label } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import type { ListedAssistance } from '@/lib/casework/assistance/queries'
import { viewAssistance } from '@/lib/desks/case-file/view-assistance'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame, type Framed } from '../case-frame'
import { Arrived } from '../case-warnings'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }
type Counted = { quantity: number; unit: string }

const counted = ({ quantity, unit }: Counted, { t, locale }: Framed) =>
  t('assistance.counted', { quantity, code: unit, unit: label('unit', unit, locale) })

export default async function AssistancePage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'assistance.list', roles: caseRoles }, (reading) =>
    viewAssistance(reading, code),
  )
  const { t, locale, view } = page
  const { head, lines, totals } = view
  const add = head.may.work && (
    <ButtonLink small href={`/cases/${code}/assistance/new`}>
      {t('assistance.new.title')}
    </ButtonLink>
  )
  const names = [
    'when',
    'service',
    'quantity',
    'donor',
    'by',
    ...(head.may.work ? (['copy'] as const) : []),
  ] as const
  const columns = names.map((name) => ({
    label: t(`assistance.list.${name}`),
    quiet: name === 'copy',
    num: name === 'quantity',
  }))
  return (
    <CaseFrame head={head} page={page} part="assistance" title={t('assistance.title')}>
      <Arrived word={query.done?.toString()} head={head} page={page} />
      <SubHead title={t('assistance.title')} actions={add} />
      {lines.length === 0 ? (
        <Empty title={t('assistance.list.empty')}>{t('assistance.list.empty-more')}</Empty>
      ) : (
        <Split
          asideLabel={t('assistance.list.totals')}
          aside={
            <AsidePart title={t('assistance.list.totals')}>
              <Facts
                numbers
                facts={totals.map((one) => ({
                  term: label('service_type', one.service, locale),
                  value: counted(one, page),
                }))}
              />
            </AsidePart>
          }
        >
          <Table
            caption={t('assistance.list.caption')}
            columns={columns}
            rows={lines.map((line) => ({
              key: line.id,
              cells: cellsOf(line, { copy: head.may.work ? code : undefined, page }),
            }))}
            narrow="cards"
          />
        </Split>
      )}
    </CaseFrame>
  )
}

function cellsOf(line: ListedAssistance, { copy, page }: { copy: string | undefined; page: Framed }) {
  const { t, locale } = page
  const service = label('service_type', line.service, locale)
  const cells = [
    day(locale, line.givenOn),
    service,
    counted(line, page),
    line.donor,
    <bdi key="by">{line.by}</bdi>,
  ]
  if (!copy) return cells
  const link = (
    <a key="copy" href={`/cases/${copy}/assistance/new?copy=${line.id}`}>
      {t('assistance.list.copy')}
      <span className="vh"> {t('assistance.list.copy-about', { service })}</span>
    </a>
  )
  return [...cells, link]
}
