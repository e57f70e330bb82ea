import { classNames } from '@/app/_ui/class-names'
import { Code } from '@/app/_ui/code'
import { Tag } from '@/app/_ui/tag'
import { dayNear, time, weekday } from '@/lib/base/i18n/dates'
import type { Entry } from '@/lib/desks/calendar/entries'
import { cut } from '@/lib/desks/calendar/week'
import type { CalendarPage } from './page'

type Props = { day: string; page: CalendarPage }

/** One day: how much there is, then what; a day without anything is its name alone. */
export function DayEntries({ day, page }: Props) {
  const { t, locale, view } = page
  const entries = view.byDay.get(day) ?? []
  const { shown, more } = cut(entries)
  const limits = entries.filter(({ limit }) => limit).length
  const appointments = entries.length - limits
  return (
    <section className={day === view.today ? 'now' : undefined}>
      <h2>
        {weekday(locale, day)} {day === view.today && <Tag>{t('calendar.today')}</Tag>}
      </h2>
      {entries.length > 0 && (
        <>
          <p className="meta">
            {t('calendar.counts', {
              appointments,
              limits,
              both: appointments > 0 && limits > 0 ? 'yes' : 'no',
            })}
          </p>
          <ul>
            {shown.map((entry) => (
              <Line key={entry.key} entry={entry} page={page} />
            ))}
          </ul>
          {more.length > 0 && (
            <details>
              <summary>{t('calendar.more', { count: more.length })}</summary>
              <ul>
                {more.map((entry) => (
                  <Line key={entry.key} entry={entry} page={page} />
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </section>
  )
}

type LineProps = { entry: Entry; page: CalendarPage; dated?: boolean }

export function Line({ entry, page: { t, locale, actor }, dated }: LineProps) {
  const at = new Date(entry.at)
  return (
    <li className={classNames(entry.limit && (entry.late ? 'late' : 'soon'))}>
      {entry.hour ? (
        <b>{dated ? dayNear(locale, at, actor.now) : time(locale, at)}</b>
      ) : (
        t('calendar.no-hour')
      )}{' '}
      {entry.words}
      <br />
      <a href={`/cases/${entry.code}${entry.limit ? '' : '/follow-ups'}`}>
        <Code>{entry.code}</Code>
      </a>
    </li>
  )
}
