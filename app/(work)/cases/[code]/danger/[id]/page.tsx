import { label } from '@/lib/base/codes/codes'
import { dangerEndForm } from '@/lib/casework/notes/form'
import { prepareDangerEnd } from '@/lib/desks/case-file/view-notes'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { ChangePage } from '../../notes/change-page'

type Props = { params: Promise<{ code: string; id: string }>; searchParams: Promise<Query> }

/** A danger flag comes down for a reason, asked before. */
export default async function DangerOverPage({ params, searchParams }: Props) {
  const { code, id } = await params
  const query = await searchParams
  const page = await read({ action: 'case.lower-danger', roles: caseworkerRoles }, (reading) =>
    prepareDangerEnd(reading, { code, id, query }),
  )
  const { t, locale, view } = page
  return (
    <ChangePage
      page={page}
      head={view.head}
      title={t('notes.danger-end.title')}
      lead={t('notes.danger-end.lead', { what: label('danger_flag', view.flag.code, locale) })}
      form={dangerEndForm}
      draft={view.draft}
      action={`/api/v1/cases/${code}/danger/${id}/lower`}
      button={t('notes.danger-end.button')}
      back={`/cases/${code}`}
    />
  )
}
