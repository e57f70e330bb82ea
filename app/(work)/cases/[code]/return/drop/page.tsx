import { FormFields } from '@/app/_frame/form-fields'
import { dropForm } from '@/lib/casework/reintegration/form'
import { prepareReturn } from '@/lib/desks/case-file/view-return'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { GrantLines } from '../grant-lines'
import { ReturnFormPage } from '../return-form'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** A grant, or what is left of it, is not handed over: why. */
export default async function DropGrantPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'return.drop', roles: caseworkerRoles }, (reading) =>
    prepareReturn(reading, code, { act: 'drop', query }),
  )
  const { t, locale, view } = page
  const { grant, draft } = view
  return (
    <ReturnFormPage
      page={page}
      act="drop"
      form={dropForm}
      version={grant?.version}
      fields={{ grant: grant?.id }}
      above={grant && <GrantLines grant={grant} page={page} />}
    >
      <FormFields form={dropForm} draft={draft} t={t} locale={locale} />
    </ReturnFormPage>
  )
}
