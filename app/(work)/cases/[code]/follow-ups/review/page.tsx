import { reviewForm } from '@/lib/casework/followups/form'
import { rhythmOf } from '@/lib/casework/followups/rhythm'
import { prepareFollowUp } from '@/lib/desks/case-file/view-follow-ups'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { FollowQuestion } from '../question'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** Everything looked at again with the person, and what follows from it. */
export default async function ReviewPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'case.review', roles: caseworkerRoles }, (reading) =>
    prepareFollowUp(reading, code, { form: 'case.review', query }),
  )
  const { t, view } = page
  const days = view.reviewDays[rhythmOf(view.head.reach.record.risk)]
  return (
    <FollowQuestion
      head={view.head}
      draft={view.draft}
      page={page}
      form={reviewForm}
      title={t('followups.review.title')}
      lead={t('followups.review.lead', { days })}
      button={t('followups.review.button')}
      posts="reviews"
    />
  )
}
