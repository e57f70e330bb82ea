import { sizeWords } from '@/app/_frame/size-words'
import { Table } from '@/app/_ui/table'
import { Tag } from '@/app/_ui/tag'
import { label } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import type { DocumentLine } from '@/lib/casework/documents/queries'
import type { Framed } from '../case-frame'
import { kindWords, readerWords } from './words'

type Props = { lines: readonly DocumentLine[]; code: string; page: Framed }

/** What there is: one line a document, also of those that are sealed for others, and of those that were withdrawn. */
export function DocumentTable({ lines, code, page }: Props) {
  const { t } = page
  const columns = (['document', 'added', 'size', 'reader', 'action'] as const).map((name) => ({
    label: t(`documents.list.${name}`),
    quiet: name === 'action',
    num: name === 'size' || name === 'action',
  }))
  const rows = lines.map((line) => ({ key: line.id, cells: cellsOf(line, { code, page }) }))
  return (
    <Table
      caption={t('documents.list.caption')}
      quietCaption
      columns={columns}
      rows={rows}
      narrow="cards"
      dense
    />
  )
}

function cellsOf(line: DocumentLine, { code, page }: { code: string; page: Framed }) {
  const { t, locale } = page
  const kind = kindWords(line, page)
  const about = [
    t(`documents.format.${line.format}`),
    line.madeOn && t('documents.row.of', { day: day(locale, line.madeOn) }),
    line.original && !line.givenTo && t('documents.row.original'),
  ]
  return [
    <>
      <a href={`/cases/${code}/documents/${line.id}`}>{kind}</a>
      <small>{about.filter(Boolean).join(' · ')}</small>
    </>,
    <span key="added">
      {day(locale, line.addedAt)}
      <small>
        <bdi>{line.author}</bdi>
      </small>
    </span>,
    sizeWords(line.size, page),
    <Reader key="reader" line={line} page={page} />,
    <Action key="action" line={line} kind={kind} page={page} />,
  ]
}

function Reader({ line, page }: { line: DocumentLine; page: Framed }) {
  const words = readerWords(line, page)
  if (line.reader === 'TEAM') return <span>{words}</span>
  return (
    <span>
      <Tag tone="seal" icon="lock">
        {page.t('documents.reader.sealed')}
      </Tag>
      <small>{words}</small>
    </span>
  )
}

function Action({ line, kind, page: { t, locale } }: { line: DocumentLine; kind: string; page: Framed }) {
  if (line.withdrawal)
    return (
      <span className="meta">
        {t('documents.row.withdrawn')}
        <small>{label('document_withdrawal', line.withdrawal, locale)}</small>
      </span>
    )
  if (!line.opens) return <span className="meta">{t('documents.row.closed')}</span>
  return (
    <a href={`/api/v1/documents/${line.id}`}>
      {t('documents.row.open')}
      <span className="vh"> {kind}</span>
    </a>
  )
}
