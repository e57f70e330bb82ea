import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Section } from '@/app/_ui/layout'
import { label } from '@/lib/base/codes/codes'
import { wordingOf } from '@/lib/base/i18n/translate'
import { careKinds, seenKinds } from '@/lib/casework/tasks/kinds'
import type { CaseFile, FileTask } from '@/lib/desks/case-file/case-file'
import { dueWords } from '@/lib/desks/work/due-words'
import type { Framed } from './case-frame'
import { Lowered } from './lowered'
import { onlyLeftOpen, whyFileTask } from './why-thing'

type Props = { file: CaseFile; page: Framed }

/** What a supervisor has to look at, and what the team has to do in time, each with the button that says it is done. */
export function ToSee({ file, page }: Props) {
  const { t, actor } = page
  const sees = actor.role === 'SUPERVISOR'
  const kinds: string[] = sees ? seenKinds : file.head.may.work ? careKinds : []
  const open = file.tasks.filter(({ kind }) => kinds.includes(kind))
  if (open.length === 0) return null
  const restricted = file.head.reach.record.sensitivity === 'S4'
  return (
    <Section id="to-see" title={t(sees ? 'cases.to-see.title' : 'cases.to-see.team')} tight>
      <ul className="ticks">
        {open.map((task) => (
          <li key={task.id}>
            <div className="row">
              <TaskWords task={task} file={file} page={page} />
              <PostForm
                action={`/api/v1/tasks/${task.id}/${sees ? 'seen' : 'done'}`}
                fields={hidden()}
                layout="bare"
              >
                <Button calm small>
                  {t(sees ? 'cases.to-see.seen' : 'cases.to-see.done')}
                </Button>
              </PostForm>
              {task.kind === 'SEE_LOWER_RISK' && <OtherAnswers file={file} page={page} />}
            </div>
            {task.kind === 'SEE_LOWER_RISK' && file.head.rating && (
              <Lowered rating={file.head.rating} restricted={restricted} page={page} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function TaskWords({ task, file, page }: Props & { task: FileTask }) {
  const { kind, reason, dueAt, subjectId, asked } = task
  const { t, locale, actor } = page
  // The team reads it among the next things.
  const why = actor.role === 'SUPERVISOR' ? whyFileTask(task, file, page) : ''
  const due = dueAt && dueWords({ due: Date.parse(dueAt), since: null }, actor.now.getTime())
  return (
    <span>
      {wordingOf(
        t,
        `queue.task.${kind}${asked ? '-ASKED' : ''}${onlyLeftOpen(kind, file) ? '-OPEN' : ''}`,
        t('queue.ask.task'),
      )}
      {kind === 'LATE_ANSWER' && (
        <>
          {' '}
          <a href={`/referrals/${subjectId}`}>{t('cases.to-see.referral')}</a>
        </>
      )}
      {kind === 'SEE_HOLD' && reason && <small> {label('hold_reason', reason, locale)}</small>}
      {kind === 'SEE_DANGER' && reason && <small> {label('danger_flag', reason, locale)}</small>}
      {due && <small> {t(due.key, due.values)}</small>}
      {why && <small> {why}</small>}
    </span>
  )
}

/** A supervisor who does not agree gives the rating back to the lead, or closes the file to others themselves. */
function OtherAnswers({ file: { head }, page: { t } }: Props) {
  const { code, sensitivity } = head.reach.record
  return (
    <>
      <ButtonLink calm small href={`/cases/${code}/risk`}>
        {t('cases.return-rating.title')}
      </ButtonLink>
      {sensitivity === 'S3' && (
        <ButtonLink calm small icon="lock" href={`/cases/${code}/restrict`}>
          {t('cases.restrict.title')}
        </ButtonLink>
      )}
    </>
  )
}
