import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Note } from '@/app/_ui/note'
import { label } from '@/lib/base/codes/codes'
import { day, moment } from '@/lib/base/i18n/dates'
import type { RetentionClass } from '@/lib/casework/cases/retention'
import { isWithdrawn } from '@/lib/casework/cases/states'
import { asksForRisk } from '@/lib/casework/registration/registration'
import type { CaseFile } from '@/lib/desks/case-file/case-file'
import type { Framed } from './case-frame'
import { keptWords } from './kept-words'
import { TransferNote } from './transfer-note'

type Props = { file: CaseFile; page: Framed }

/** How the case itself stands, where it is not simply open, and the one thing that changes it. */
export function CaseStateNotes({ file, page }: Props) {
  const { record } = file.head.reach
  return (
    <div id="state" className="stack tight">
      {record.state === 'DRAFT' && <ToOpen file={file} page={page} />}
      {asksForRisk(record) && <Unrated file={file} page={page} />}
      {record.state === 'ON_HOLD' && <Held file={file} page={page} />}
      {record.state === 'PENDING_CLOSURE' && !isWithdrawn(record) && <Waits file={file} page={page} />}
      {record.state === 'CLOSED' && !isWithdrawn(record) && <Closed file={file} page={page} />}
      <TransferNote file={file} page={page} />
      {file.returned && <CameBack returned={file.returned} file={file} page={page} />}
      <AgreedAgain file={file} page={page} />
    </div>
  )
}

/** A supervisor opens what the team has asked, or reads what is still missing; the team does so where it asks. */
function ToOpen({ file: { head, moves, gap }, page: { t, actor } }: Props) {
  const { code, version } = head.reach.record
  if (!moves.includes('open') || actor.role !== 'SUPERVISOR') return null
  return (
    <Note>
      <p>
        {t(gap ? `cases.gap.${gap}` : 'cases.register.supervisor-opens')}{' '}
        {gap === 'maybe-known' && <a href={`/cases/${code}/same`}>{t('cases.register.answer-alike')}</a>}
      </p>
      {!gap && (
        <PostForm action={`/api/v1/cases/${code}/finish`} fields={hidden(version)} layout="bare">
          <Button small>{t('cases.register.open')}</Button>
        </PostForm>
      )}
    </Note>
  )
}

/** A draft that the person ended and wanted again: it stands open, and nobody has said how fast. */
function Unrated({ file: { head }, page: { t } }: Props) {
  const { code } = head.reach.record
  return (
    <Note tone="soon" icon="warn">
      <p>{t('cases.unrated')}</p>
      {head.may.write && (
        <ButtonLink small href={`/cases/${code}/register/safety`}>
          {t('cases.unrated.rate')}
        </ButtonLink>
      )}
    </Note>
  )
}

function Held({ file: { head, moves }, page: { t, locale } }: Props) {
  const { code, holdUntil, lastReason, version } = head.reach.record
  return (
    <Note tone="soon" icon="clock">
      <p>
        <b>{t('cases.held.title', { on: holdUntil ? day(locale, holdUntil) : '–' })}</b>{' '}
        {lastReason && label('hold_reason', lastReason, locale)}. {t('cases.held.lead')}
      </p>
      {moves.includes('resume') && (
        <PostForm action={`/api/v1/cases/${code}/resume`} fields={hidden(version)} layout="bare">
          <Button small>{t('cases.resume.button')}</Button>
        </PostForm>
      )}
    </Note>
  )
}

function Waits({ file: { head }, page: { t, locale } }: Props) {
  const { closureReason } = head.reach.record
  return (
    <Note tone="soon" icon="clock">
      <b>{t('cases.waits.title')}</b> {closureReason && label('closure_reason', closureReason, locale)}.{' '}
      {t('cases.waits.lead')}
    </Note>
  )
}

function Closed({ file: { head, moves }, page }: Props) {
  const { t, locale } = page
  const { code, closureReason, retentionClass, eraseOn } = head.reach.record
  return (
    <Note icon="lock">
      <b>{t('cases.closed.title')}</b> {closureReason && label('closure_reason', closureReason, locale)}.{' '}
      {retentionClass && keptWords({ class: retentionClass as RetentionClass, eraseOn }, page)}{' '}
      {moves.includes('reopen') && <a href={`/cases/${code}/reopen`}>{t('cases.reopen.title')}</a>}
    </Note>
  )
}

type Back = Props & { returned: NonNullable<CaseFile['returned']> }

/** The supervisor's words, until somebody of the team says that they read them, asks again or goes on otherwise. */
function CameBack({ returned, file: { head }, page: { t, locale } }: Back) {
  return (
    <Note tone="soon" icon="warn">
      <p>
        <b>{t('cases.came-back.title')}</b>{' '}
        <small>
          <bdi>{returned.by}</bdi>, {moment(locale, new Date(returned.at))}
        </small>
      </p>
      <p dir="auto">{returned.words}</p>
      {head.may.work && (
        <PostForm action={`/api/v1/tasks/${returned.taskId}/done`} fields={hidden()} layout="bare">
          <Button calm small>
            {t('cases.came-back.read')}
          </Button>
        </PostForm>
      )}
    </Note>
  )
}

/** After a withdrawal: nothing goes on without a new yes, and after one the way back is open. */
function AgreedAgain({ file: { head, moves, mayAgree }, page: { t } }: Props) {
  const { record } = head.reach
  if (!isWithdrawn(record)) return null
  return (
    <p>
      {moves.includes('reopen') && <a href={`/cases/${record.code}/reopen`}>{t('cases.reopen.title')}</a>}
      {mayAgree && <a href={`/cases/${record.code}/consents/new?for=CASE_MGMT`}>{t('cases.agreed-again')}</a>}
    </p>
  )
}
