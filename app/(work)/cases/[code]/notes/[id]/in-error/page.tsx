import { errorForm } from '@/lib/casework/notes/form'
import { prepareChange } from '@/lib/desks/case-file/view-notes'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { ChangePage } from '../../change-page'

type Props = { params: Promise<{ code: string; id: string }>; searchParams: Promise<Query> }

export default async function NoteInErrorPage({ params, searchParams }: Props) {
  const { code, id } = await params
  const query = await searchParams
  const page = await read({ action: 'note.mark-in-error', roles: caseworkerRoles }, (reading) =>
    prepareChange(reading, { code, id, query }, 'note.mark-in-error'),
  )
  const { t, view } = page
  return (
    <ChangePage
      page={page}
      head={view.head}
      title={t('notes.error.title')}
      lead={t('notes.error.lead')}
      form={errorForm}
      draft={view.draft}
      action={`/api/v1/cases/${code}/notes/${id}/in-error`}
      version={view.note.version}
      button={t('notes.error.button')}
      back={`/cases/${code}/notes`}
    >
      <blockquote dir="auto">{view.note.versions[0]?.text}</blockquote>
    </ChangePage>
  )
}
