import { errorText, FormField } from '@/app/_frame/form-fields'
import { RadioGroup } from '@/app/_ui/choices'
import { partnerName } from '@/lib/base/codes/codes'
import { CANCEL_REASONS } from '@/lib/casework/referrals/machine/reasons'
import { cancelForm } from '@/lib/casework/referrals/verbs/forms'
import { prepareVerb } from '@/lib/desks/referral/prepare-verb'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
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
      <FormField name="comment" form={cancelForm} draft={view.draft} t={t} locale={page.locale} />
    </VerbFrame>
  )
}
