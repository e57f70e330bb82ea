import { fullDay, time } from '@/lib/base/i18n/dates'
import type { AppointmentView } from '@/lib/desks/case-file/prepare-appointment'
import type { Framed } from '../../case-frame'
import { whatOf } from '../../follow-ups/what-of'

/** Which appointment this is, as far as this reader may know. */
export function AboutAppointment({ view, page }: { view: AppointmentView; page: Framed }) {
  const { t, locale } = page
  const { row, known, along } = view
  return (
    <>
      <p>
        <b>{whatOf(known, page)}</b>, {fullDay(locale, row.startsAt)}, {time(locale, row.startsAt)}
        {known.place && (
          <>
            , <bdi>{known.place}</bdi>
          </>
        )}
        {along && (
          <>
            , <bdi>{t('appointments.along', { name: along })}</bdi>
          </>
        )}
      </p>
      {known.sheet && (
        <p>
          <a href={`/cases/${view.head.reach.record.code}/assessments/${known.sheet}`}>
            {t('appointments.one.sheet')}
          </a>
        </p>
      )}
      {known.neutral && <p className="meta">{t('appointments.one.neutral')}</p>}
    </>
  )
}
