import { ButtonLink } from '@/app/_ui/button'
import { Row, Section } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { fullDay, time } from '@/lib/base/i18n/dates'
import type { AssessmentView } from '@/lib/desks/case-file/view-assessments'
import type { Framed } from '../../case-frame'

/** The date that the answers say, and where it stands in the calendar. */
export function HourPart({
  view: { hour, head, row },
  page: { t, locale },
}: {
  view: AssessmentView
  page: Framed
}) {
  if (!hour?.booked && !hour?.open) return null
  const at = `/cases/${head.reach.record.code}/appointments`
  const { booked, differs } = hour
  return (
    <Section tight title={t('assessments.hour')}>
      {booked ? (
        <>
          <p>
            <a href={`${at}/${booked.id}`}>
              {fullDay(locale, booked.at)}, {time(locale, booked.at)}
            </a>
          </p>
          {differs && <Note tone="soon">{t('assessments.hour.differs')}</Note>}
        </>
      ) : (
        <>
          <p>{t('assessments.hour.open')}</p>
          <Row>
            <ButtonLink calm href={`${at}/new?sheet=${row.id}`}>
              {t('assessments.hour.book')}
            </ButtonLink>
          </Row>
        </>
      )}
    </Section>
  )
}
