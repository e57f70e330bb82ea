import { ButtonLink } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/empty'
import { SubHead } from '@/app/_ui/head'
import { Note } from '@/app/_ui/note'
import { day } from '@/lib/base/i18n/dates'
import { isMessageKey } from '@/lib/base/i18n/translate'
import { type PlanView, viewPlan } from '@/lib/desks/case-file/view-plan'
import { caseRoles } from '@/lib/platform/access/roles'
import { one, type Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame, type Framed } from '../case-frame'
import { ApprovalNote } from './approval-note'
import { GoalPart } from './goal-part'
import { JustEnded } from './just-ended'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** Goals in the person's order, each with its actions, who does them and until when, and why then. */
export default async function PlanPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'plan.view', roles: caseRoles }, (reading) =>
    viewPlan(reading, code, query),
  )
  const { t, view } = page
  const { head, goals, may } = view
  const said = `plans.arrived.${one(query, 'done')}`
  const add = may.agree && (
    <>
      <ButtonLink calm small icon="plus" href={`/cases/${code}/plan/goals/new`}>
        {t('plans.add.goal')}
      </ButtonLink>
      <ButtonLink small icon="plus" href={`/cases/${code}/plan/new`}>
        {t('plans.add.templates')}
      </ButtonLink>
    </>
  )
  return (
    <CaseFrame head={head} page={page} part="plan" title={t('plans.title')}>
      {isMessageKey(said) && (
        <Note tone="good" icon="ok" live>
          {t(said as 'plans.arrived.agreed')}
        </Note>
      )}
      <JustEnded view={view} page={page} />
      {goals.length === 0 ? (
        <Empty title={t('plans.empty')} actions={add}>
          {t('plans.empty-more')}
        </Empty>
      ) : (
        <>
          <div>
            <SubHead title={t('plans.title')} actions={add} />
            <p className="meta">{agreedWords(goals, page)}</p>
          </div>
          <ApprovalNote view={view} page={page} />
          {goals.map((goal, at) => (
            <GoalPart key={goal.id} goal={goal} at={at + 1} view={view} page={page} />
          ))}
        </>
      )}
    </CaseFrame>
  )
}

/** On which day it was agreed; where it was completed later, both. */
function agreedWords(goals: PlanView['goals'], { t, locale }: Framed): string {
  const days = goals.map(({ agreedOn }) => agreedOn).toSorted()
  const [first, last] = [days[0] ?? '', days.at(-1) ?? '']
  const on = day(locale, last)
  return first === last
    ? t('plans.agreed', { day: on })
    : t('plans.agreed-first', { first: day(locale, first), day: on })
}
