import type { CalendarSettings } from './calendar'

/**
 * Default calendar of an office in Mali: closed on Saturday and Sunday, fixed national holidays of 2013–2015.
 * The feasts that follow the moon are announced, so each office enters them itself.
 */
export const MALI_OFFICE: CalendarSettings = {
  timeZone: 'Africa/Bamako',
  closedWeekdays: [6, 7],
  holidays: [2013, 2014, 2015].flatMap((year) =>
    ['01-01', '01-20', '03-26', '05-01', '05-25', '09-22', '12-25'].map((day) => `${year}-${day}`),
  ),
  years: { from: 2013, to: 2015 },
  closures: [],
}
