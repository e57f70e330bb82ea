import { FormFields } from '@/app/_frame/form-fields'
import { pathForm } from '@/lib/casework/reintegration/form'
import { prepareReturn } from '@/lib/desks/case-file/view-return'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { ReturnFormPage } from '../return-form'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** The path of a case begins: by what the concerns say, or by hand. */
export default async function OpenReturnPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'return.open', roles: caseworkerRoles }, (reading) =>
    prepareReturn(reading, code, { act: 'open', query }),
  )
  const { draft, calls } = page.view
  const values = { kind: calls === 'STR_REINT' ? 'HOME' : 'TO_RETURN', returnCountry: 'MLI' }
  return (
    <ReturnFormPage page={page} act="open" form={pathForm}>
      <FormFields form={pathForm} draft={draft} values={values} t={page.t} locale={page.locale} />
    </ReturnFormPage>
  )
}
