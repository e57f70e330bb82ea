import { correctionForm } from '@/lib/casework/notes/form'
import { prepareChange } from '@/lib/desks/case-file/view-notes'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { ChangePage } from '../../change-page'

type Props = { params: Promise<{ code: string; id: string }>; searchParams: Promise<Query> }

export default async function CorrectNotePage({ params, searchParams }: Props) {
  const { code, id } = await params
  const query = await searchParams
  const page = await read({ action: 'note.correct', roles: caseworkerRoles }, (reading) =>
    prepareChange(reading, { code, id, query }, 'note.correct'),
  )
  const { t, view } = page
  return (
    <ChangePage
      page={page}
      head={view.head}
      title={t('notes.correct.title')}
      lead={t('notes.correct.lead')}
      form={correctionForm}
      draft={view.draft}
      values={{ body: view.note.versions[0]?.text ?? '' }}
      action={`/api/v1/cases/${code}/notes/${id}/correct`}
      version={view.note.version}
      button={t('notes.correct.button')}
      back={`/cases/${code}/notes`}
    />
  )
}
