import { myDataForm } from '@/lib/casework/papers/form'
import { languageFor } from '@/lib/casework/papers/words'
import { preparePaper } from '@/lib/desks/case-file/prepare-paper'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { ChangePage } from '../../notes/change-page'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

export default async function MyDataFormPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'paper.print-my-data', roles: caseRoles }, (reading) =>
    preparePaper(reading, { code, verb: 'paper.print-my-data', query }),
  )
  const { t, view } = page
  return (
    <ChangePage
      page={page}
      head={view.head}
      title={t('papers.my-data.title')}
      lead={t('papers.my-data.lead')}
      form={myDataForm}
      draft={view.draft}
      values={{ language: languageFor(view.head.person.languages) }}
      action={`/api/v1/cases/${code}/papers/my-data`}
      button={t('papers.button')}
      back={`/cases/${code}/papers`}
    />
  )
}
