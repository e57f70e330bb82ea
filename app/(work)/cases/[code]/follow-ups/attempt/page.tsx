import { attemptForm } from '@/lib/casework/followups/form'
import { prepareFollowUp } from '@/lib/desks/case-file/view-follow-ups'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { lostWords } from '../lost-words'
import { FollowQuestion } from '../question'
import { SafeWay } from '../safe-way'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** An attempt that reached nobody, and how far the attempts have come. */
export default async function AttemptPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'followup.attempt', roles: caseworkerRoles }, (reading) =>
    prepareFollowUp(reading, code, { form: 'followup.attempt', query }),
  )
  const { t, view } = page
  return (
    <FollowQuestion
      head={view.head}
      draft={view.draft}
      page={page}
      form={attemptForm}
      title={t('followups.attempt.title')}
      lead={t('followups.attempt.lead')}
      button={t('followups.attempt.button')}
      posts="attempts"
      before={
        <>
          <SafeWay head={view.head} page={page} />
          <p>{lostWords(view.lost, t)}</p>
        </>
      }
    />
  )
}
