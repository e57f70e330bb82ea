import { errorText, FormField } from '@/app/_frame/form-fields'
import { RadioGroup } from '@/app/_ui/choices'
import { NOT_ACCESSED_REASONS } from '@/lib/casework/referrals/machine/reasons'
import { notAccessedForm } from '@/lib/casework/referrals/verbs/forms'
import { prepareVerb } from '@/lib/desks/referral/prepare-verb'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { VerbFrame } from '../verb-frame'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

export default async function NotAccessedPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'referral.report-not-accessed', roles: caseRoles }, (reading) =>
    prepareVerb(reading, id, { verb: 'report-not-accessed', form: 'referral.report-not-accessed', query }),
  )
  const { t, view } = page
  const wrong = view.draft?.errors.notAccessedReason
  return (
    <VerbFrame
      page={page}
      view={view}
      form={notAccessedForm}
      title={t('referrals.not-accessed-page.title')}
      lead={t('referrals.not-accessed-page.lead')}
      verb="report-not-accessed"
      button={t('forms.save')}
    >
      <RadioGroup
        name="notAccessedReason"
        one
        label={t('referrals.notAccessedReason.label')}
        value={view.draft?.values.notAccessedReason?.toString()}
        error={wrong && errorText(t, 'referrals', 'notAccessedReason', wrong)}
        options={NOT_ACCESSED_REASONS.map((value) => ({
          value,
          label: t(`referrals.reason.report-not-accessed.${value}`),
        }))}
      />
      <FormField name="comment" form={notAccessedForm} draft={view.draft} t={t} locale={page.locale} />
    </VerbFrame>
  )
}
