import type { ReactNode } from 'react'
import { QuestionPage } from '@/app/_frame/question-page'
import { label, partnerName } from '@/lib/base/codes/codes'
import type { FormWords } from '@/lib/base/forms/form'
import { queueAfter } from '@/lib/casework/tasks/queue-place'
import type { Decision } from '@/lib/desks/queue/prepare-decision'
import type { Page } from '@/lib/platform/gate/read'

type Props = {
  page: Page<Decision>
  verb: 'return' | 'reassign' | 'review'
  form: FormWords
  children: ReactNode
}

/** One question about one referral that waits: which one, what follows, and back to the tab it was opened from. */
export function DecisionPage({ page, verb, form, children }: Props) {
  const { t, locale, view } = page
  const partner = partnerName(view.partner, locale)
  const here = `${label('service_type', view.service, locale)}, ${partner}`
  return (
    <QuestionPage
      page={page}
      under="/queue"
      title={t(`queue.${verb}.title`)}
      lead={t(`queue.${verb}.lead`, { partner })}
      about={{ code: view.caseCode, href: queueAfter(view.place, `item=${view.id}`), here }}
      form={form}
      draft={view.draft}
      action={`/api/v1/referrals/${view.id}/${verb}`}
      version={view.version}
      fields={{ kind: view.place }}
      button={t(`queue.${verb}.button`)}
    >
      {children}
    </QuestionPage>
  )
}
