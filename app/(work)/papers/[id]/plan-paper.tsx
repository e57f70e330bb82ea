import { paperDay, paperWords } from '@/lib/casework/papers/words'
import type { OpenedPaper } from '@/lib/desks/case-file/open-paper'
import { actionName, goalName } from '@/lib/desks/case-file/plan-words'
import { CarriedPaper } from './carried-paper'

/** What was agreed: each goal, and who does what by when. What the person said of it stays in the file. */
export function PlanPaper({ view: { paper, content }, aloud }: { view: OpenedPaper; aloud: boolean }) {
  if (content.kind !== 'PLAN') return null
  const { language } = paper
  const w = paperWords(language)
  return (
    <CarriedPaper paper={paper} aloud={aloud} label={w('plan.title')}>
      <h2>{w('plan.title')}</h2>
      <p>{w('plan.intro')}</p>
      {content.goals.length === 0 && <p>{w('plan.none')}</p>}
      {content.goals.map((goal) => (
        <div key={goal.id}>
          <h3 dir="auto">{goalName(goal, language)}</h3>
          <ul>
            {goal.actions
              .filter(({ state }) => state !== 'SKIPPED')
              .map((action) => (
                <li key={action.id}>
                  {w(`plan.${action.owner}`)} <bdi>{actionName(action, language)}</bdi>
                  {language === 'ar' ? '، ' : ', '}
                  {action.state === 'DONE'
                    ? w('plan.done')
                    : w('plan.until', { day: paperDay(language, action.dueAt) })}
                </li>
              ))}
          </ul>
        </div>
      ))}
    </CarriedPaper>
  )
}
