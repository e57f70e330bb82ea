import { QuestionPage } from '@/app/_frame/question-page'
import { RadioGroup } from '@/app/_ui/choices'
import { label, partnerName } from '@/lib/base/codes/codes'
import { errorText } from '@/lib/base/i18n/problem-words'
import { reassignForm } from '@/lib/casework/referrals/verbs/decision-form'
import { prepareDecision } from '@/lib/desks/queue/prepare-decision'
import { queueHref } from '@/lib/desks/queue/view-queue'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

export default async function ReassignPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'referral.reassign', roles: ['SUPERVISOR'] }, (reading) =>
    prepareDecision(reading, id, { verb: 'reassign', query }),
  )
  const { t, locale, view } = page
  const { draft } = view
  const partner = partnerName(view.partner, locale)
  const here = `${label('service_type', view.service, locale)}, ${partner}`
  return (
    <QuestionPage
      page={page}
      under="/queue"
      title={t('queue.reassign.title')}
      lead={t('queue.reassign.lead', { partner })}
      about={{ code: view.caseCode, href: queueHref(view.tab, { item: id }), here }}
      form={reassignForm}
      draft={draft}
      action={`/api/v1/referrals/${id}/reassign`}
      version={view.version}
      fields={{ kind: view.tab }}
      button={t('queue.reassign.button')}
    >
      <RadioGroup
        name="supervisor"
        label={t('queue.supervisor.label')}
        one
        value={draft?.values.supervisor?.toString()}
        error={draft?.errors.supervisor && errorText(t, 'queue', 'supervisor', draft.errors.supervisor)}
        options={view.supervisors.map((person) => ({
          value: person.id,
          label: <bdi>{person.name}</bdi>,
        }))}
      />
    </QuestionPage>
  )
}
