import { errorText, FormField } from '@/app/_frame/form-fields'
import { RadioGroup } from '@/app/_ui/choices'
import { UNSERVED_REASONS } from '@/lib/casework/referrals/machine/reasons'
import { unservedForm } from '@/lib/casework/referrals/verbs/forms'
import { prepareVerb } from '@/lib/desks/referral/prepare-verb'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { VerbFrame } from '../verb-frame'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

export default async function CloseUnservedPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'referral.close-unserved', roles: caseRoles }, (reading) =>
    prepareVerb(reading, id, { verb: 'close-unserved', form: 'referral.close-unserved', query }),
  )
  const { t, locale, view } = page
  const wrong = view.draft?.errors.unservedReason
  return (
    <VerbFrame
      page={page}
      view={view}
      form={unservedForm}
      title={t('referrals.unserved-page.title')}
      lead={t('referrals.unserved-page.lead')}
      verb="close-unserved"
      button={t('referrals.verb.close-unserved')}
    >
      <RadioGroup
        name="unservedReason"
        one
        label={t('referrals.unservedReason.label')}
        value={view.draft?.values.unservedReason?.toString()}
        error={wrong && errorText(t, 'referrals', 'unservedReason', wrong)}
        options={UNSERVED_REASONS.map((value) => ({
          value,
          label: t(`referrals.reason.close-unserved.${value}`),
        }))}
      />
      <FormField name="follow" form={unservedForm} draft={view.draft} t={t} locale={locale} />
    </VerbFrame>
  )
}
