import { RadioGroup } from '@/app/_ui/choices'
import { REVIEW_VERDICTS } from '@/lib/casework/referrals/machine/reasons'
import { reviewForm } from '@/lib/casework/referrals/verbs/decision-form'
import { prepareDecision } from '@/lib/desks/queue/prepare-decision'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { DecisionPage } from '../decision-page'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

export default async function ReviewPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'referral.review', roles: ['SUPERVISOR'] }, (reading) =>
    prepareDecision(reading, id, { verb: 'review', query }),
  )
  const { t, view } = page
  const { draft } = view
  return (
    <DecisionPage page={page} verb="review" form={reviewForm}>
      <RadioGroup
        name="verdict"
        label={t('queue.verdict.label')}
        one
        first={!draft}
        value={draft?.values.verdict?.toString()}
        error={draft?.errors.verdict && t('queue.verdict.required')}
        options={REVIEW_VERDICTS.map((value) => ({ value, label: t(`queue.verdict.${value}`) }))}
      />
    </DecisionPage>
  )
}
