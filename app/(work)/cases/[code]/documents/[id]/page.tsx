import { sizeWords } from '@/app/_frame/size-words'
import { ButtonLink } from '@/app/_ui/button'
import { type Fact, Facts } from '@/app/_ui/facts'
import { SubHead } from '@/app/_ui/head'
import { Narrow, Row } from '@/app/_ui/layout'
import { label } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import type { DocumentLine } from '@/lib/casework/documents/queries'
import { viewDocument } from '@/lib/desks/case-file/view-documents'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame, type Framed } from '../../case-frame'
import { kindWords, readerWords } from '../words'
import { GiveBack, KeepReceived, Withdraw } from './acts'

type Props = { params: Promise<{ code: string; id: string }>; searchParams: Promise<Query> }

export default async function DocumentPage({ params, searchParams }: Props) {
  const { code, id } = await params
  const query = await searchParams
  const page = await read({ action: 'document.show', roles: caseRoles }, (reading) =>
    viewDocument(reading, code, id, query),
  )
  const { t, view } = page
  const { head, document, drafts, may } = view
  const title = kindWords(document, page)
  return (
    <CaseFrame head={head} page={page} title={title}>
      <Narrow>
        <SubHead title={title} />
        {document.opens && document.format === 'JPEG' && (
          <p>
            {/* biome-ignore lint/performance/noImgElement: the framework’s picture address is closed; this one is sealed and logged */}
            <img src={`/api/v1/documents/${id}/small`} alt={t('documents.one.preview')} />
          </p>
        )}
        <Facts facts={factsOf(document, { code, page })} />
        <Row>
          {document.opens && (
            <ButtonLink href={`/api/v1/documents/${id}`}>{t('documents.one.open')}</ButtonLink>
          )}
          {head.may.write && document.opens && (
            <ButtonLink calm href={`/cases/${code}/documents/${id}/replace`}>
              {t('documents.one.replace')}
            </ButtonLink>
          )}
          <a href={`/cases/${code}/documents`}>{t('documents.title')}</a>
        </Row>
        {may.keep && <KeepReceived code={code} id={id} draft={drafts.keep} page={page} />}
        {may.giveBack && <GiveBack code={code} id={id} draft={drafts.give} page={page} />}
        {may.withdraw && <Withdraw code={code} id={id} draft={drafts.withdraw} page={page} />}
      </Narrow>
    </CaseFrame>
  )
}

function factsOf(line: DocumentLine, { code, page }: { code: string; page: Framed }): Fact[] {
  const { t, locale } = page
  const fact = (term: Parameters<typeof t>[0], value: Fact['value']): Fact => ({
    key: term,
    term: t(term),
    value,
  })
  const what = `${t(`documents.format.${line.format}`)}, ${sizeWords(line.size, page)}`
  return [
    fact('documents.one.what', what),
    fact('documents.one.added', t('documents.one.by', { day: day(locale, line.addedAt), who: line.author })),
    ...(line.madeOn ? [fact('documents.one.madeOn', day(locale, line.madeOn))] : []),
    fact('documents.reader.label', line.opens ? readerWords(line, page) : closed(line, page)),
    ...(line.original ? [fact('documents.one.original', originalWords(line, page))] : []),
    ...(line.withdrawal
      ? [fact('documents.one.withdrawn', <Gone line={line} code={code} page={page} />)]
      : []),
  ]
}

const closed = (line: DocumentLine, page: Framed) =>
  line.withdrawal ? readerWords(line, page) : `${readerWords(line, page)}. ${page.t('documents.row.closed')}`

/** Where the paper is, or to whom it went. */
function originalWords({ original, givenTo, givenAt }: DocumentLine, { t, locale }: Framed): string {
  if (!givenTo || !givenAt) return label('original_place', original ?? '', locale)
  return t('documents.one.given', {
    to: label('original_given_to', givenTo, locale),
    day: day(locale, givenAt),
  })
}

function Gone({ line, code, page: { t, locale } }: { line: DocumentLine; code: string; page: Framed }) {
  return (
    <>
      {label('document_withdrawal', line.withdrawal ?? '', locale)}
      {line.withdrawnAt && `, ${day(locale, line.withdrawnAt)}`}{' '}
      {line.replacedBy && (
        <a href={`/cases/${code}/documents/${line.replacedBy}`}>{t('documents.one.replaced')}</a>
      )}
    </>
  )
}
