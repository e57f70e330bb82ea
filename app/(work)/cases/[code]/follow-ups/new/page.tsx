import { wordingOf } from '@/lib/base/i18n/translate'
import { followUpForm } from '@/lib/casework/followups/form'
import { followUpDays, rhythmOf } from '@/lib/casework/followups/rhythm'
import { prepareFollowUp } from '@/lib/desks/case-file/view-follow-ups'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { FollowQuestion } from '../question'
import { SafeWay } from '../safe-way'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** A contact, with how the person may be reached above it and the day that the risk proposes for the next one. */
export default async function NewFollowUpPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'followup.record', roles: caseworkerRoles }, (reading) =>
    prepareFollowUp(reading, code, { form: 'followup.record', query }),
  )
  const { t, view } = page
  const { risk } = view.head.reach.record
  const rhythm = rhythmOf(risk)
  return (
    <FollowQuestion
      head={view.head}
      draft={view.draft}
      page={page}
      form={followUpForm}
      title={t('followups.new.title')}
      lead={t('followups.new.lead')}
      button={t('followups.new.button')}
      posts="follow-ups"
      before={
        <>
          <SafeWay head={view.head} page={page} />
          <p>
            {t('followups.new.proposed', {
              days: followUpDays(risk),
              risk: wordingOf(t, `why.risk.${rhythm}`, rhythm),
            })}
          </p>
        </>
      }
    />
  )
}
