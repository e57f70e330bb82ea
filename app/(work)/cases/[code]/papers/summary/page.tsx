import { summaryForm } from '@/lib/casework/papers/form'
import { preparePaper } from '@/lib/desks/case-file/prepare-paper'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { ChangePage } from '../../notes/change-page'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

export default async function SummaryFormPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'paper.print-summary', roles: caseRoles }, (reading) =>
    preparePaper(reading, { code, verb: 'paper.print-summary', query }),
  )
  const { t, view } = page
  return (
    <ChangePage
      page={page}
      head={view.head}
      title={t('papers.summary.title')}
      lead={t('papers.summary.lead')}
      form={summaryForm}
      draft={view.draft}
      action={`/api/v1/cases/${code}/papers/summary`}
      button={t('papers.button')}
      back={`/cases/${code}/papers`}
    />
  )
}
