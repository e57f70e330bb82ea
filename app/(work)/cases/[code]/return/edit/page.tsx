import { FormFields } from '@/app/_frame/form-fields'
import { dayText } from '@/lib/base/time/days'
import { pathForm } from '@/lib/casework/reintegration/form'
import { pathShown } from '@/lib/casework/reintegration/write-path'
import { prepareReturn } from '@/lib/desks/case-file/view-return'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { ReturnFormPage } from '../return-form'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** What is known now of the way, the country and the day. */
export default async function EditReturnPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'return.edit', roles: caseworkerRoles }, (reading) =>
    prepareReturn(reading, code, { act: 'edit', query }),
  )
  const { draft, path } = page.view
  const shown = path && pathShown(path)
  const values = shown && {
    ...shown,
    departsOn: shown.departsOn && dayText(shown.departsOn),
    arrivedOn: shown.arrivedOn && dayText(shown.arrivedOn),
  }
  return (
    <ReturnFormPage page={page} act="edit" form={pathForm} version={path?.version}>
      <FormFields form={pathForm} draft={draft} values={values ?? {}} t={page.t} locale={page.locale} />
    </ReturnFormPage>
  )
}
