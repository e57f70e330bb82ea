import { Table } from '@/app/_ui/table'
import { label } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import type { ListedAssistance } from '@/lib/casework/assistance/queries'
import type { AssistanceView } from '@/lib/desks/case-file/view-assistance'
import type { Framed } from '../case-frame'
import { counted, fundWords, whomWords } from './line-words'

type Props = { view: AssistanceView; page: Framed; kind: string; lines: ListedAssistance[] }

/** The lines of one kind, newest first, and the newest to be given again. */
export function LinesOfKind({ view, page, kind, lines }: Props) {
  const { t, locale } = page
  const { may, reach } = view.head
  const [newest] = lines
  const names = [
    'service',
    'quantity',
    'whom',
    'when',
    'fund',
    ...(may.work ? (['change'] as const) : []),
  ] as const
  return (
    <>
      <Table
        title={{ id: kind, text: label('service_type', kind, locale) }}
        columns={names.map((name) => ({
          label: t(`assistance.list.${name}`),
          quiet: name === 'change',
        }))}
        rows={lines.map((line) => ({ key: line.id, cells: cellsOf(line, view, page) }))}
        narrow="cards"
      />
      {may.work && newest && (
        <p>
          <a href={`/cases/${reach.record.code}/assistance/new?copy=${newest.id}`}>
            {t('assistance.list.repeat', {
              service: label('service_type', newest.service, locale),
              quantity: counted(newest, page),
            })}
          </a>
        </p>
      )}
    </>
  )
}

function cellsOf(line: ListedAssistance, { head, lines }: AssistanceView, page: Framed) {
  const { t, locale } = page
  const service = label('service_type', line.service, locale)
  const before = lines.find(({ replacedBy }) => replacedBy === line.id)
  return [
    service,
    <span key="quantity">
      {counted(line, page)}
      {before && <small> {t('assistance.list.was', { quantity: counted(before, page) })}</small>}
    </span>,
    whomWords(line, head.people, page),
    <span key="when">
      {day(locale, line.givenOn)} · <bdi>{line.by}</bdi>
    </span>,
    fundWords(line, page),
    ...(head.may.work
      ? [
          <a key="change" href={`/cases/${head.reach.record.code}/assistance/${line.id}/correct`}>
            {t('assistance.list.correct')}
            <span className="vh"> {t('assistance.list.about', { service })}</span>
          </a>,
        ]
      : []),
  ]
}
