import { hidden } from '@/app/_frame/hidden'
import { PostForm } from '@/app/_ui/form'
import { Table } from '@/app/_ui/table'
import { day } from '@/lib/base/i18n/dates'
import type { PlanGoal } from '@/lib/casework/plans/queries'
import { goalName } from '@/lib/desks/case-file/plan-words'
import type { PlanView } from '@/lib/desks/case-file/view-plan'
import type { Framed } from '../case-frame'
import { actionRow } from './action-row'

type Props = { goal: PlanGoal; at: number; view: PlanView; page: Framed }

/** A goal in the person's words, and what is done for it. */
export function GoalPart({ goal, at, view, page }: Props) {
  const { t, locale } = page
  const { head, may } = view
  const path = `/cases/${head.reach.record.code}/plan`
  const id = `g${at}`
  const columns = (['action', 'who', 'until', 'state'] as const).map((one) => ({
    label: t(`plans.column.${one}`),
  }))
  return (
    <section className="stack tight">
      <div>
        <h2 id={id}>
          {at}. <bdi>{goalName(goal, locale)}</bdi>
        </h2>
        <p className="meta">{standing(goal, view, page)}</p>
        {may.goOn && (
          <p className="row">
            {may.agree && goal.state === 'OPEN' && (
              <a href={`${path}/goals/${goal.id}/action`}>{t('plans.add.action')}</a>
            )}
            <a href={`${path}/goals/${goal.id}`}>{t('plans.change-goal')}</a>
          </p>
        )}
      </div>
      {goal.actions.length > 0 && (
        <PostForm
          action={`/api/v1${path}/done`}
          fields={hidden()}
          layout="bare"
          label={goalName(goal, locale)}
        >
          <Table
            caption={goalName(goal, locale)}
            quietCaption
            columns={columns}
            rows={goal.actions.map((action) => actionRow(action, view, page))}
            narrow="cards"
            dense
          />
        </PostForm>
      )}
    </section>
  )
}

/** What the person says of it, and how far it is. */
function standing(goal: PlanGoal, { head }: PlanView, { t, locale }: Framed): string {
  const says = { F: 'plans.says.F', M: 'plans.says.M' } as const
  const key = says[head.person.sex as 'F' | 'M'] ?? 'plans.says.other'
  const { actions, state, endedOn } = goal
  const done = actions.filter((one) => one.state === 'DONE').length
  return [
    goal.said && t(key, { words: goal.said }),
    actions.length === 0 ? t('plans.no-action') : t('plans.count', { done, all: actions.length }),
    state !== 'OPEN' && endedOn && t(`plans.goal.${state}`, { day: day(locale, endedOn) }),
  ]
    .filter(Boolean)
    .join(' · ')
}
