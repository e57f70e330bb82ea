import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Note } from '@/app/_ui/note'
import { label } from '@/lib/base/codes/codes'
import { dueWords, moment } from '@/lib/base/i18n/dates'
import type { CaseFile, FileTask } from '@/lib/desks/case-file/case-file'
import type { Framed } from './case-frame'

type Props = { file: CaseFile; page: Framed }

/** An offer of the case to others: it waits, was refused, or has just brought the case here. */
export function TransferNote({ file, page }: Props) {
  const open = (kind: string) => file.tasks.find((one) => one.kind === kind)
  const refused = open('TRANSFER_REFUSED') ?? open('SEE_TRANSFER_REFUSED')
  const tell = open('TELL_NEW_TEAM')
  return (
    <>
      {file.transfer?.state === 'OFFERED' && <Waiting offer={file.transfer} file={file} page={page} />}
      {file.transfer?.state === 'REFUSED' && refused && (
        <Refused offer={file.transfer} task={refused} file={file} page={page} />
      )}
      {tell && <Tell task={tell} file={file} page={page} />}
    </>
  )
}

type Offer = Props & { offer: NonNullable<CaseFile['transfer']> }

function Waiting({ offer, file, page: { t, locale } }: Offer) {
  return (
    <Note tone="soon" icon="clock">
      <p>
        <b>{t('transfers.waits.title', { to: offer.to, at: moment(locale, new Date(offer.at)) })}</b>{' '}
        {t('transfers.waits.lead', {
          by: offer.by,
          until: dueWords(locale, new Date(offer.until)),
          lead: file.head.lead,
        })}
      </p>
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

/** The answer, until whoever offered says that they read it. A supervisor's own stands among what they look at. */
function Refused({ offer, task, file, page: { t, locale } }: Offer & { task: FileTask }) {
  const { code } = file.head.reach.record
  return (
    <Note tone="soon" icon="no">
      <p>
        <b>{t('transfers.refused.title', { to: offer.to })}</b>{' '}
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

function Done({ task, file, label: words }: { task: FileTask; file: CaseFile; label: string }) {
  return (
    file.head.may.work && (
      <PostForm action={`/api/v1/tasks/${task.id}/done`} fields={hidden()} layout="bare">
        <Button calm small>
          {words}
        </Button>
      </PostForm>
    )
  )
}
