import { paperDay, paperWords } from '@/lib/casework/papers/words'
import type { OpenedPaper } from '@/lib/desks/case-file/open-paper'
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
      {content.goals.map(({ id, title, actions }) => (
        <div key={id}>
          <h3 dir="auto">{title}</h3>
          <ul>
            {actions
              .filter(({ state }) => state !== 'SKIPPED')
              .map(({ id: action, owner, text, state, dueAt }) => (
                <li key={action}>
                  {w(`plan.${owner}`)} <bdi>{text}</bdi>,{' '}
                  {state === 'DONE' ? w('plan.done') : w('plan.until', { day: paperDay(language, dueAt) })}
                </li>
              ))}
          </ul>
        </div>
      ))}
    </CarriedPaper>
  )
}
