import { errorText } from '@/app/_frame/form-fields'
import { RadioGroup } from '@/app/_ui/choices'
import { caseRoles } from '@/lib/access/roles'
import type { Query } from '@/lib/read/query'
import { read } from '@/lib/read/read'
import { notAccessedForm } from '@/lib/referrals/forms'
import { prepareVerb } from '@/lib/referrals/prepare-verb'
import { NOT_ACCESSED_REASONS } from '@/lib/referrals/reasons'
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
    </VerbFrame>
  )
}
