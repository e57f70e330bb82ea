import { errorText } from '@/app/_frame/form-fields'
import { RadioGroup } from '@/app/_ui/choices'
import { caseRoles } from '@/lib/access/roles'
import { partnerName } from '@/lib/codes/codes'
import type { Query } from '@/lib/read/query'
import { read } from '@/lib/read/read'
import { cancelForm } from '@/lib/referrals/forms'
import { prepareVerb } from '@/lib/referrals/prepare-verb'
import { CANCEL_REASONS } from '@/lib/referrals/reasons'
import { VerbFrame } from '../verb-frame'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

export default async function CancelPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'referral.cancel', roles: caseRoles }, (reading) =>
    prepareVerb(reading, id, { verb: 'cancel', form: 'referral.cancel', query }),
  )
  const { t, locale, view } = page
  const wrong = view.draft?.errors.cancelReason
  const partner = partnerName(view.partner, locale)
  return (
    <VerbFrame
      page={page}
      view={view}
      form={cancelForm}
      title={t('referrals.cancel-page.title')}
      lead={view.sent ? t('referrals.cancel-page.lead', { partner }) : t('referrals.cancel-page.unsent')}
      verb="cancel"
      button={t('referrals.verb.cancel')}
    >
      <RadioGroup
        name="cancelReason"
        one
        label={t('referrals.cancelReason.label')}
        value={view.draft?.values.cancelReason?.toString()}
        error={wrong && errorText(t, 'referrals', 'cancelReason', wrong)}
        options={CANCEL_REASONS.map((value) => ({ value, label: t(`referrals.reason.cancel.${value}`) }))}
      />
    </VerbFrame>
  )
}
