import { FormField } from '@/app/_frame/form-fields'
import { RadioGroup } from '@/app/_ui/choices'
import { RETURN_REASONS } from '@/lib/casework/referrals/machine/reasons'
import { returnForm } from '@/lib/casework/referrals/verbs/decision-form'
import { prepareDecision } from '@/lib/desks/queue/prepare-decision'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { DecisionPage } from '../decision-page'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

export default async function ReturnPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'referral.return', roles: ['SUPERVISOR'] }, (reading) =>
    prepareDecision(reading, id, { verb: 'return', query }),
  )
  const { t, locale, view } = page
  const { draft } = view
  return (
    <DecisionPage page={page} verb="return" form={returnForm}>
      <RadioGroup
        name="reason"
        label={t('queue.reason.label')}
        first={!draft}
        value={draft?.values.reason?.toString()}
        error={draft?.errors.reason && t('queue.reason.required')}
        options={RETURN_REASONS.map((value) => ({ value, label: t(`referrals.reason.return.${value}`) }))}
      />
      <FormField name="comment" form={returnForm} draft={draft} t={t} locale={locale} />
    </DecisionPage>
  )
}
