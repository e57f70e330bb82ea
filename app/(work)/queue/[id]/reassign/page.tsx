import { RadioGroup } from '@/app/_ui/choices'
import { errorText } from '@/lib/base/i18n/problem-words'
import { reassignForm } from '@/lib/casework/referrals/verbs/decision-form'
import { prepareDecision } from '@/lib/desks/queue/prepare-decision'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { DecisionPage } from '../decision-page'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

export default async function ReassignPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'referral.reassign', roles: ['SUPERVISOR'] }, (reading) =>
    prepareDecision(reading, id, { verb: 'reassign', query }),
  )
  const { t, view } = page
  const { draft } = view
  return (
    <DecisionPage page={page} verb="reassign" form={reassignForm}>
      <RadioGroup
        name="supervisor"
        label={t('queue.supervisor.label')}
        one
        first={!draft}
        value={draft?.values.supervisor?.toString()}
        error={draft?.errors.supervisor && errorText(t, 'queue', 'supervisor', draft.errors.supervisor)}
        options={view.supervisors.map((person) => ({
          value: person.id,
          label: <bdi>{person.name}</bdi>,
        }))}
      />
    </DecisionPage>
  )
}
