import { QuestionPage } from '@/app/_frame/question-page'
import { RadioGroup } from '@/app/_ui/choices'
import { label, partnerName } from '@/lib/base/codes/codes'
import { REVIEW_VERDICTS } from '@/lib/casework/referrals/machine/reasons'
import { reviewForm } from '@/lib/casework/referrals/verbs/decision-form'
import { prepareDecision } from '@/lib/desks/queue/prepare-decision'
import { queueHref } from '@/lib/desks/queue/view-queue'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

export default async function ReviewPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'referral.review', roles: ['SUPERVISOR'] }, (reading) =>
    prepareDecision(reading, id, { verb: 'review', query }),
  )
  const { t, locale, view } = page
  const { draft } = view
  const partner = partnerName(view.partner, locale)
  const here = `${label('service_type', view.service, locale)}, ${partner}`
  return (
    <QuestionPage
      page={page}
      under="/queue"
      title={t('queue.review.title')}
      lead={t('queue.review.lead', { partner })}
      about={{ code: view.caseCode, href: queueHref(view.tab, { item: id }), here }}
      form={reviewForm}
      draft={draft}
      action={`/api/v1/referrals/${id}/review`}
      version={view.version}
      fields={{ kind: view.tab }}
      button={t('queue.review.button')}
    >
      <RadioGroup
        name="verdict"
        label={t('queue.verdict.label')}
        one
        value={draft?.values.verdict?.toString()}
        error={draft?.errors.verdict && t('queue.verdict.required')}
        options={REVIEW_VERDICTS.map((value) => ({ value, label: t(`queue.verdict.${value}`) }))}
      />
    </QuestionPage>
  )
}
