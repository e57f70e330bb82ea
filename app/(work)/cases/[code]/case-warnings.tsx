import { Note } from '@/app/_ui/note'
import { label } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import { isMessageKey } from '@/lib/base/i18n/translate'
import { isWithdrawn } from '@/lib/casework/cases/states'
import { latestOf, saidYes } from '@/lib/casework/consents/said-yes'
import type { CaseFile } from '@/lib/desks/case-file/case-file'
import type { CaseHead } from '@/lib/desks/case-file/head'
import type { Framed } from './case-frame'
import { NeverTell } from './never-tell'

type Props = { file: CaseFile; page: Framed }

/** Calling is allowed, but not at any hour; ways that forbid it stand in the strip above. */
const careful = ['CALL_TIMES']

/** What must be read before anything is done: whom never to tell, how not to call, and an answer that is missing. */
export function CaseWarnings({ file, page }: Props) {
  const { locale } = page
  const { person } = file.head
  const { identity, safeContact } = person
  const answer = latestOf(file.head.consents, 'CASE_MGMT')
  return (
    <>
      <NeverTell identity={identity} page={page} />
      {safeContact && careful.includes(safeContact) && (
        <Note tone="soon" icon="call">
          <b>{label('safe_contact', safeContact, locale)}.</b> {identity.contactDetail}
        </Note>
      )}
      <Pointing head={file.head} page={page} />
      <FileEnded file={file} page={page} answer={answer} />
    </>
  )
}

/** Other files of the same person that point at this one: what was said there stays there. */
const Pointing = ({ head: { pointing }, page: { t } }: { head: CaseHead; page: Framed }) =>
  pointing.length > 0 && (
    <Note icon="search">
      {t('same.case.pointing', { count: pointing.length })}{' '}
      {pointing.map((code) => (
        <span key={code}>
          <a href={`/cases/${code}`}>{code}</a>{' '}
        </span>
      ))}
    </Note>
  )

type Ended = { file: CaseFile; page: Framed; answer: ReturnType<typeof latestOf> }

/** The person said no to their file, or took their yes back: what that means here, and the one thing left to do. */
function FileEnded({ file, page: { t, locale }, answer }: Ended) {
  const { record } = file.head.reach
  if (record.mergedInto)
    return (
      <Note tone="soon">
        {t('same.case.duplicate')}{' '}
        {file.head.known ? (
          <a href={`/cases/${file.head.known}`}>{t('same.case.known', { code: file.head.known })}</a>
        ) : (
          t('same.case.out-of-reach')
        )}{' '}
        <a href={`/cases/${record.code}/same`}>{t('same.case.link')}</a>
      </Note>
    )
  if (isWithdrawn(record) && saidYes(file.head.consents))
    return (
      <Note tone="soon" icon="warn">
        <b>{t('cases.wanted-again.title')}</b>{' '}
        {t(`cases.wanted-again.${record.state === 'CLOSED' ? 'reopen' : 'give-back'}`)}
      </Note>
    )
  if (isWithdrawn(record))
    return (
      <Note tone="late" icon="no">
        <b>{t('cases.withdrawn.title')}</b>{' '}
        {record.eraseOn
          ? t('cases.withdrawn.closed', { on: day(locale, record.eraseOn) })
          : t('cases.withdrawn.lead')}
      </Note>
    )
  if (answer && answer.needsReview !== null)
    return (
      <Note tone="late" icon="warn">
        <b>{t('cases.review.title')}</b> {t('cases.review.lead')}{' '}
        {file.head.may.work && (
          <a
            href={
              record.state === 'DRAFT'
                ? `/cases/${record.code}/register/consent`
                : `/cases/${record.code}/consents/new?for=CASE_MGMT`
            }
          >
            {t('cases.review.ask')}
          </a>
        )}
      </Note>
    )
  if (answer?.status !== 'REFUSED' && answer?.status !== 'WITHDRAWN') return null
  return (
    <Note tone="soon" icon="no">
      <b>{t('cases.refused.title')}</b> {t('cases.refused.lead')}{' '}
      {file.head.may.work && record.state !== 'DRAFT' && (
        <a href={`/cases/${record.code}/withdraw`}>{t('cases.refused.stop')}</a>
      )}
    </Note>
  )
}

/** Words that are true of a case that stands so, and of no other, whatever an address says. */
const TRUE_OF: Readonly<Record<string, string>> = { restricted: 'S4', unrestricted: 'S3' }

/** What has just been done, said once by the address. */
export function Arrived({
  word,
  head,
  page: { t },
}: {
  word: string | undefined
  head: CaseHead
  page: Framed
}) {
  const key = `cases.done.${word}`
  const { sensitivity } = head.reach.record
  return word && isMessageKey(key) && (TRUE_OF[word] ?? sensitivity) === sensitivity ? (
    <Note tone="good" icon="ok" live>
      {t(key)}
    </Note>
  ) : null
}
