import { createHash } from 'node:crypto'
import { daysAfter, isoDayOf, startOfDay } from '@/lib/base/time/days'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Download } from '@/lib/platform/gate/download'
import { type IcsEvent, icsOf } from './ics'
import { appointmentsBetween, type CalendarAppointment } from './queries'

/** Days that a file covers. */
const DAYS = 14
const MINUTES = 60

/** An id that says nothing of the row, and is the same at the next download, so that a calendar keeps one of each. PURE. */
const eventOf = ({ id, at, hour }: CalendarAppointment): IcsEvent => {
  const uid = createHash('sha256').update(`relais calendar ${id}`).digest('hex').slice(0, 32)
  return hour ? { uid, at: new Date(at), minutes: MINUTES } : { uid, day: isoDayOf(new Date(at)) }
}

/** The appointments of the coming fourteen days as a file: each an hour that is taken, without name, code, kind and place. */
export const downloadCalendar: Download = {
  name: 'calendar.download',
  session: 'staff',
  roles: caseworkerRoles,
  page: () => '/calendar',
  load: async (ctx) => {
    const { actor, t } = ctx
    const from = startOfDay(isoDayOf(actor.now))
    const rows = await appointmentsBetween(ctx, { from, to: daysAfter(from, DAYS) })
    const planned = rows.filter(({ state }) => state === 'PLANNED')
    const body = icsOf({ events: planned.map(eventOf), summary: t('calendar.summary'), now: actor.now })
    return {
      view: {
        name: `relais-${t('calendar.file')}.ics`,
        type: 'text/calendar; charset=utf-8',
        body,
      },
      subject: { type: 'calendar', id: isoDayOf(actor.now) },
      detail: { count: planned.length },
    }
  },
}
