import { hidden } from '@/app/_frame/hidden'
import { Button } from '@/app/_ui/button'
import { Facts } from '@/app/_ui/facts'
import { PostForm } from '@/app/_ui/form'
import { Section } from '@/app/_ui/layout'
import { label } from '@/lib/base/codes/codes'
import { wordingOf } from '@/lib/base/i18n/translate'
import { RISK_RULES } from '@/lib/casework/cases/risk-book'
import { doneKinds, seenKinds } from '@/lib/casework/tasks/kinds'
import type { CaseFile, FileTask } from '@/lib/desks/case-file/case-file'
import type { Rating } from '@/lib/desks/case-file/head'
import { dueWords } from '@/lib/desks/work/due-words'
import type { Framed } from './case-frame'

type Props = { file: CaseFile; page: Framed }

/** What a supervisor has to look at, and what the team has to do in time, each with the button that says it is done. */
export function ToSee({ file, page }: Props) {
  const { t, actor } = page
  const sees = actor.role === 'SUPERVISOR'
  const kinds: string[] = sees ? seenKinds : file.head.may.work ? doneKinds : []
  const open = file.tasks.filter(({ kind }) => kinds.includes(kind))
  if (open.length === 0) return null
  return (
    <Section title={t(sees ? 'cases.to-see.title' : 'cases.to-see.team')} tight>
      <ul className="ticks">
        {open.map((task) => (
          <li key={task.id}>
            <div className="row">
              <TaskWords task={task} page={page} />
              <PostForm
                action={`/api/v1/tasks/${task.id}/${sees ? 'seen' : 'done'}`}
                fields={hidden()}
                layout="bare"
              >
                <Button calm small>
                  {t(sees ? 'cases.to-see.seen' : 'cases.to-see.done')}
                </Button>
              </PostForm>
            </div>
            {task.kind === 'SEE_LOWER_RISK' && file.head.rating && (
              <Lowered rating={file.head.rating} page={page} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function TaskWords({
  task: { kind, reason, dueAt, asked },
  page: { t, locale, actor },
}: {
  task: FileTask
  page: Framed
}) {
  const due = dueAt && dueWords({ due: Date.parse(dueAt), since: null }, actor.now.getTime())
  return (
    <span>
      {wordingOf(t, `queue.task.${kind}${asked ? '-ASKED' : ''}`, t('queue.ask.task'))}
      {kind === 'SEE_DANGER' && reason && <small> {label('danger_flag', reason, locale)}</small>}
      {due && <small> {t(due.key, due.values)}</small>}
    </span>
  )
}

/** Proposed, chosen, why it is less, and whose decision it was: what "I have seen it" is about. */
function Lowered({ rating, page: { t, locale } }: { rating: Rating; page: Framed }) {
  const risk = (code: string) => wordingOf(t, `cases.risk.${code}`, code)
  const because = RISK_RULES.filter(({ id }) => rating.rules.includes(id)).map(({ reason }) => reason[locale])
  const reason = (code: string | null) => code && label('risk_lower_reason', code, locale)
  const facts = [
    { term: t('cases.to-see.proposed'), value: [risk(rating.proposed), ...because].join(' · ') },
    {
      term: t('cases.to-see.chosen'),
      value: [risk(rating.chosen), reason(rating.lowerReason)].filter(Boolean).join(' · '),
    },
    ...(rating.openReason ? [{ term: t('cases.to-see.open'), value: reason(rating.openReason) }] : []),
    { term: t('cases.to-see.by'), value: <bdi>{rating.by}</bdi> },
  ]
  return <Facts facts={facts} />
}
