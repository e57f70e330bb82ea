import { Sheet } from '@/app/_frame/sheet'
import { WorkPage } from '@/app/_frame/work-page'
import { ButtonLink } from '@/app/_ui/button'
import { Head } from '@/app/_ui/head'
import { Note } from '@/app/_ui/note'
import { dayNear } from '@/lib/base/i18n/dates'
import { type CalendarView, viewCalendar } from '@/lib/desks/calendar/view-calendar'
import { plus } from '@/lib/desks/calendar/week'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { type Page, read } from '@/lib/platform/gate/read'
import { DayEntries, Line } from './day-entries'

export type CalendarPage = Page<CalendarView>

/** A week: limits of rules apart from appointments, codes alone; as a list on a telephone. */
export default async function CalendarWeekPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const page = await read({ action: 'calendar.view', roles: caseRoles }, (reading) =>
    viewCalendar(reading, query),
  )
  const { t, locale, actor, view } = page
  const title = t('calendar.title', { on: dayNear(locale, view.monday, actor.now) })
  const office = actor.role === 'SUPERVISOR'
  const to = (days: number) => `/calendar?week=${plus(view.monday, days)}`
  const now = view.days.includes(view.today)
  return (
    <WorkPage page={page} title={title} under="/calendar">
      <Sheet name="calendar" />
      <Head
        title={title}
        meta={t(office ? 'calendar.meta-office' : 'calendar.meta')}
        actions={
          <>
            <ButtonLink calm small href={to(-7)}>
              {t('calendar.before')}
            </ButtonLink>
            {!now && (
              <ButtonLink calm small href="/calendar">
                {t('calendar.now')}
              </ButtonLink>
            )}
            <ButtonLink calm small href={to(7)}>
              {t('calendar.after')}
            </ButtonLink>
          </>
        }
      />
      {office ? now && <OfficeLate page={page} /> : now && <OwnLate page={page} />}
      <div className="week">
        {view.days.map((day) => (
          <DayEntries key={day} day={day} page={page} />
        ))}
      </div>
      {!office && (
        <>
          <p>
            <ButtonLink calm small href="/api/v1/calendar">
              {t('calendar.download')}
            </ButtonLink>
          </p>
          <p className="meta">{t('calendar.download-note')}</p>
        </>
      )}
    </WorkPage>
  )
}

/** What was due before this week and is not done: counted here, opened on the home page by the same rule. */
const OwnLate = ({ page: { t, view } }: { page: CalendarPage }) =>
  view.lateCount > 0 && (
    <Note tone="late" icon="clock">
      <b>{t('calendar.late', { count: view.lateCount })}</b>{' '}
      <a href="/work?all=late#late">{t('calendar.late-open')}</a>
    </Note>
  )

const OfficeLate = ({ page }: { page: CalendarPage }) => {
  const { t, view } = page
  if (view.lateCount === 0) return null
  const more = view.lateCount - view.late.length
  return (
    <section className="stack tight" id="late">
      <h2>{t('calendar.late-title')}</h2>
      <ul>
        {view.late.map((entry) => (
          <Line key={entry.key} entry={entry} page={page} dated />
        ))}
      </ul>
      {more > 0 && (
        <p>
          <a href="/cases?view=late">{t('calendar.more', { count: more })}</a>
        </p>
      )}
    </section>
  )
}
