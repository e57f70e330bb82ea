import { Note } from '@/app/_ui/note'
import { label } from '@/lib/base/codes/codes'
import { isMessageKey, wordingOf } from '@/lib/base/i18n/translate'
import { latestOf } from '@/lib/casework/registration/registration'
import type { CaseFile } from '@/lib/desks/case-file/case-file'
import type { Framed } from './case-frame'

/** Ways of contact that put the person at risk when they are not followed. */
const careful = ['CALL_TIMES', 'VIA_TRUSTED', 'IN_PERSON', 'NEVER_HOME', 'NONE']

/** What must be read before anything is done: whom never to tell, how not to call, and an answer that is missing. */
export function CaseWarnings({ file, page: { t, locale } }: { file: CaseFile; page: Framed }) {
  const { person } = file.head
  const { identity, safeContact } = person
  const answer = latestOf(file.head.consents, 'CASE_MGMT')
  return (
    <>
      {(identity.warning || identity.withholds.length > 0) && (
        <Note tone="late" icon="warn">
          {identity.warning && (
            <p>
              <b>{identity.warning}</b>
            </p>
          )}
          {identity.withholds.map(({ from, reason }) => (
            <span key={from}>
              <b>{wordingOf(t, `people.withhold.${from}`, from)}</b>{' '}
              {label('withhold_reason', reason, locale)}.{' '}
            </span>
          ))}
        </Note>
      )}
      {safeContact && careful.includes(safeContact) && (
        <Note tone="soon" icon="call">
          <b>{label('safe_contact', safeContact, locale)}.</b> {identity.contactDetail}
        </Note>
      )}
      {answer?.status === 'REFUSED' && (
        <Note tone="soon" icon="no">
          <b>{t('cases.refused.title')}</b> {t('cases.refused.lead')}
        </Note>
      )}
    </>
  )
}

/** What has just been done, said once by the address. */
export function Arrived({
  query,
  page: { t },
}: {
  query: (name: string) => string | undefined
  page: Framed
}) {
  const word = query('done')
  const key = `cases.done.${word}`
  return word && isMessageKey(key) ? (
    <Note tone="good" icon="ok" live>
      {t(key)}
    </Note>
  ) : null
}
