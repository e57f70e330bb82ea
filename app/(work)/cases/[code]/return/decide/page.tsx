import { FormFields } from '@/app/_frame/form-fields'
import { Facts } from '@/app/_ui/facts'
import { decisionForm } from '@/lib/casework/reintegration/form'
import { prepareReturn } from '@/lib/desks/case-file/view-return'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { grantFacts } from '../grant-facts'
import { GrantLines } from '../grant-lines'
import { ReturnFormPage } from '../return-form'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** The whole grant as it is asked for, and the one decision on it. */
export default async function DecideGrantPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'return.decide', roles: ['SUPERVISOR'] }, (reading) =>
    prepareReturn(reading, code, { act: 'decide', query }),
  )
  const { t, locale, view } = page
  const { grant, draft } = view
  return (
    <ReturnFormPage
      page={page}
      act="decide"
      form={decisionForm}
      version={grant?.version}
      above={
        grant && (
          <>
            <Facts facts={grantFacts(grant, page)} />
            <GrantLines grant={grant} page={page} />
          </>
        )
      }
    >
      <FormFields form={decisionForm} draft={draft} t={t} locale={locale} />
    </ReturnFormPage>
  )
}
