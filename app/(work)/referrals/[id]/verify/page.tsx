import { FormFields } from '@/app/_frame/form-fields'
import { partnerName } from '@/lib/base/codes/codes'
import { dayText, isoDayOf } from '@/lib/base/time/days'
import { verifyForm } from '@/lib/casework/referrals/verbs/forms'
import { prepareVerb } from '@/lib/desks/referral/prepare-verb'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { VerbFrame } from '../verb-frame'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

export default async function VerifyPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'referral.verify', roles: caseRoles }, (reading) =>
    prepareVerb(reading, id, { verb: 'verify', form: 'referral.verify', query }),
  )
  const { t, locale, view, actor } = page
  const values = { askedOn: dayText(isoDayOf(actor.now)) }
  return (
    <VerbFrame
      page={page}
      view={view}
      form={verifyForm}
      title={t('referrals.verify-page.title')}
      lead={t('referrals.verify-page.lead', { partner: partnerName(view.partner, locale) })}
      verb="verify"
      button={t('forms.save')}
    >
      <FormFields form={verifyForm} draft={view.draft} values={values} t={t} locale={locale} />
    </VerbFrame>
  )
}
