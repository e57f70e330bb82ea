import { DraftNotice } from '@/app/_frame/form-fields'
import { sizeWords } from '@/app/_frame/size-words'
import { Empty } from '@/app/_ui/empty'
import { SubHead } from '@/app/_ui/head'
import { Narrow } from '@/app/_ui/layout'
import { documentForm } from '@/lib/casework/documents/form'
import { viewDocuments } from '@/lib/desks/case-file/view-documents'
import { caseRoles } from '@/lib/platform/access/roles'
import { one, type Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame } from '../case-frame'
import { Arrived } from '../case-warnings'
import { AddForm } from './add-form'
import { DocumentTable } from './document-table'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

export default async function DocumentsPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'document.list', roles: caseRoles }, (reading) =>
    viewDocuments(reading, code, query),
  )
  const { t, locale, view } = page
  const { head, shown, kept, next, adding } = view
  const size = sizeWords(kept.bytes, page)
  return (
    <CaseFrame
      keeps={adding !== undefined}
      head={head}
      page={page}
      part="documents"
      title={t('documents.title')}
    >
      <Arrived word={one(query, 'done')} head={head} page={page} />
      {adding && <DraftNotice form={documentForm} draft={adding.draft} t={t} locale={locale} />}
      <SubHead title={t('documents.title')} />
      {shown.length === 0 && !one(query, 'after') ? (
        <Empty title={t('documents.list.empty')}>{t('documents.list.empty-more')}</Empty>
      ) : (
        <>
          <p className="meta">{t('documents.list.meta', { count: kept.count, size })}</p>
          <DocumentTable lines={shown} code={code} page={page} />
        </>
      )}
      {next && (
        <p>
          <a href={`/cases/${code}/documents?after=${next}`}>{t('cases.list.next')}</a>
        </p>
      )}
      {adding && (
        <Narrow>
          <h2>{t('documents.new.title')}</h2>
          <AddForm code={code} adding={adding} page={page} />
        </Narrow>
      )}
      <p className="meta">{t('documents.list.logged')}</p>
    </CaseFrame>
  )
}
