import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Note } from '@/app/_ui/note'
import { label, partnerName } from '@/lib/base/codes/codes'
import { dueWords, moment } from '@/lib/base/i18n/dates'
import { onTeam } from '@/lib/casework/cases/policy'
import type { RetentionClass } from '@/lib/casework/cases/retention'
import type { CaseFile, FileTask } from '@/lib/desks/case-file/case-file'
import type { Framed } from './case-frame'
import { keptWords } from './kept-words'

type Props = { file: CaseFile; page: Framed }

/** An offer of the case to others: it waits, was refused, or has just brought the case here. */
export function TransferNote({ file, page }: Props) {
  const open = (kind: string) => file.tasks.find((one) => one.kind === kind)
  const refused = open('TRANSFER_REFUSED') ?? open('SEE_TRANSFER_REFUSED')
  const tell = open('TELL_NEW_TEAM')
  const off = open('TELL_AGENCY')
  return (
    <>
      {file.transfer && isWaiting(file.transfer) && <Waiting offer={file.transfer} file={file} page={page} />}
      {file.transfer?.state === 'HANDED_OUT' && <HandedOut offer={file.transfer} file={file} page={page} />}
      {file.transfer?.state === 'REFUSED' && refused && (
        <Refused offer={file.transfer} task={refused} file={file} page={page} />
      )}
      {off && file.transfer && <Off offer={file.transfer} task={off} file={file} page={page} />}
      {tell && <Tell task={tell} file={file} page={page} />}
    </>
  )
}

type Offer = Props & { offer: NonNullable<CaseFile['transfer']> }

/** An office by its name, an agency by the name people know. */
const nameOf = ({ kind, to }: Offer['offer'], locale: Framed['locale']) =>
  kind === 'EXTERNAL' ? partnerName(to, locale) : to

const isWaiting = ({ state, kind }: Offer['offer']) =>
  state === 'OFFERED' || (state === 'ACCEPTED' && kind === 'EXTERNAL')

function Waiting({ offer, file, page }: Offer) {
  const { t, locale, actor } = page
  const { code } = file.head.reach.record
  const to = nameOf(offer, locale)
  const ownYes = offer.answeredBy === actor.userId
  const taken = offer.state === 'ACCEPTED'
  return (
    <Note tone="soon" icon="clock">
      <p>
        <b>
          {taken
            ? t('transfers.taken.title', { to })
            : t('transfers.waits.title', { to, at: moment(locale, new Date(offer.at)) })}
        </b>{' '}
        {taken
          ? t('transfers.taken.lead', { lead: file.head.lead })
          : t('transfers.waits.lead', {
              by: offer.by,
              until: dueWords(locale, new Date(offer.until)),
              lead: file.head.lead,
            })}
      </p>
      {file.maySpeak && offer.kind === 'EXTERNAL' && (
        <p className="row">
          {!taken && (
            <ButtonLink small href={`/cases/${code}/transfer/answer`}>
              {t('transfers.agency-answer.link')}
            </ButtonLink>
          )}
          {taken && file.moves.includes('hand-out') && !ownYes && (
            <ButtonLink small href={`/cases/${code}/transfer/hand-out`}>
              {t('transfers.hand-out.link')}
            </ButtonLink>
          )}
          <ButtonLink calm small href={`/cases/${code}/transfer/summary`}>
            {t('transfers.summary.title')}
          </ButtonLink>
        </p>
      )}
      {file.maySpeak && (
        <PostForm
          action={`/api/v1/transfers/${offer.id}/withdraw`}
          fields={hidden(offer.version)}
          layout="bare"
        >
          <Button calm small>
            {t('transfers.withdraw.button')}
          </Button>
        </PostForm>
      )}
    </Note>
  )
}

/** It is gone: what stays here, until when, and the paper that went with it. */
function HandedOut({ offer, file, page }: Offer) {
  const { t, locale } = page
  const { code, eraseOn, retentionClass } = file.head.reach.record
  return (
    <Note icon="lock">
      <b>{t('transfers.handed-out.title', { to: nameOf(offer, locale) })}</b>{' '}
      {retentionClass && keptWords({ class: retentionClass as RetentionClass, eraseOn }, page)}{' '}
      {file.maySpeak && <a href={`/cases/${code}/transfer/summary`}>{t('transfers.summary.title')}</a>}
    </Note>
  )
}

/** The answer, until whoever offered says that they read it. A supervisor's own stands among what they look at. */
function Refused({ offer, task, file, page: { t, locale } }: Offer & { task: FileTask }) {
  const { code } = file.head.reach.record
  return (
    <Note tone="soon" icon="no">
      <p>
        <b>{t('transfers.refused.title', { to: nameOf(offer, locale) })}</b>{' '}
        {offer.refusal && label('referral_decline_reason', offer.refusal, locale)}.{' '}
        {t('transfers.refused.lead')}
      </p>
      <p className="row">
        {file.mayTransfer && (
          <ButtonLink calm small href={`/cases/${code}/transfer`}>
            {t('transfers.refused.again')}
          </ButtonLink>
        )}
        {task.kind === 'TRANSFER_REFUSED' && (
          <Done task={task} file={file} label={t('transfers.refused.read')} />
        )}
      </p>
    </Note>
  )
}

/** The person took their yes back after an agency was asked: it hears that from us, also once nothing else is written. */
function Off({ offer, task, file, page: { t, locale } }: Offer & { task: FileTask }) {
  const to = nameOf(offer, locale)
  return (
    <Note tone="late" icon="call">
      <p>
        <b>{t('transfers.off.title', { to })}</b> {t('transfers.off.lead', { to })}
      </p>
      {onTeam(file.head.reach) && <SaidDone task={task} label={t('transfers.off.done')} />}
    </Note>
  )
}

/** The case is here: the person hears who follows them now, and how to reach them. */
function Tell({ task, file, page: { t } }: Props & { task: FileTask }) {
  return (
    <Note tone="soon" icon="say">
      <p>
        <b>{t('transfers.tell.title')}</b> {t('transfers.tell.said')}
      </p>
      <Done task={task} file={file} label={t('transfers.tell.done')} />
    </Note>
  )
}

const Done = ({ file, ...done }: { task: FileTask; file: CaseFile; label: string }) =>
  file.head.may.work && <SaidDone {...done} />

const SaidDone = ({ task, label: words }: { task: FileTask; label: string }) => (
  <PostForm action={`/api/v1/tasks/${task.id}/done`} fields={hidden()} layout="bare">
    <Button calm small>
      {words}
    </Button>
  </PostForm>
)
