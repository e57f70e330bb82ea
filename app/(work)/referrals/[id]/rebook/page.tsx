import { FormFields } from '@/app/_frame/form-fields'
import { partnerName } from '@/lib/base/codes/codes'
import { rebookForm } from '@/lib/casework/referrals/verbs/forms'
import { prepareVerb } from '@/lib/desks/referral/prepare-verb'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { VerbFrame } from '../verb-frame'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

export default async function RebookPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'referral.rebook', roles: caseRoles }, (reading) =>
    prepareVerb(reading, id, { verb: 'rebook', form: 'referral.rebook', query }),
  )
  const { t, locale, view } = page
  return (
    <VerbFrame
      page={page}
      view={view}
      form={rebookForm}
      title={t('referrals.rebook-page.title')}
      lead={t('referrals.rebook-page.lead', { partner: partnerName(view.partner, locale) })}
      verb="rebook"
      button={t('forms.save')}
    >
      <FormFields form={rebookForm} draft={view.draft} t={t} locale={locale} />
    </VerbFrame>
  )
}
