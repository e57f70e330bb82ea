import { ButtonLink } from '@/app/_ui/button'
import { Box } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { label } from '@/lib/base/codes/codes'
import { contactStop, wayBeside } from '@/lib/casework/cases/contact'
import type { CaseHead } from '@/lib/desks/case-file/head'
import type { Framed } from '../case-frame'
import { NeverTell } from '../never-tell'

/** How, when and through whom the person may be reached, and whom never to tell: before any number, which has its own page. */
export function SafeWay({ head, page: { t, locale } }: { head: CaseHead; page: Framed }) {
  const { record } = head.reach
  const { identity, safeContact } = head.person
  const said = { ...record, safeContact }
  const way = wayBeside(said)
  return (
    <>
      {contactStop(said) !== null && (
        <Note tone="late" icon="call">
          <b>{t('cases.vital.no-contact')}</b>
        </Note>
      )}
      <NeverTell identity={identity} page={{ t, locale }} />
      <Box title={t('followups.how.title')}>
        <p>
          {way && <b>{label('safe_contact', way, locale)}. </b>}
          <bdi>{identity.contactDetail}</bdi>
          {!way && !identity.contactDetail && t('followups.how.none')}
        </p>
        {head.may.work && (
          <ButtonLink calm small href={`/cases/${record.code}/call`}>
            {t('followups.how.number')}
          </ButtonLink>
        )}
      </Box>
    </>
  )
}
