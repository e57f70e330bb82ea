import { DraftNotice } from '@/app/_frame/form-fields'
import { Narrow } from '@/app/_ui/layout'
import { documentForm } from '@/lib/casework/documents/form'
import { prepareReplacing } from '@/lib/desks/case-file/view-documents'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame } from '../../../case-frame'
import { AddForm } from '../../add-form'
import { kindWords } from '../../words'

type Props = { params: Promise<{ code: string; id: string }>; searchParams: Promise<Query> }

export default async function ReplacePage({ params, searchParams }: Props) {
  const { code, id } = await params
  const query = await searchParams
  const page = await read({ action: 'document.prepare', roles: caseworkerRoles }, (reading) =>
    prepareReplacing(reading, code, id, query),
  )
  const { t, locale, view } = page
  const { head, document, adding } = view
  return (
    <CaseFrame keeps head={head} page={page} title={t('documents.replace.title')}>
      <Narrow>
        <DraftNotice form={documentForm} draft={adding.draft} t={t} locale={locale} />
        <div>
          <h2>{t('documents.replace.about', { kind: kindWords(document, page) })}</h2>
          <p className="lead">{t('documents.replace.lead')}</p>
        </div>
        <AddForm code={code} adding={adding} replaces={id} page={page} />
      </Narrow>
    </CaseFrame>
  )
}
