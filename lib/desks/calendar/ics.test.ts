import { describe, expect, test } from 'vitest'
import { folded, icsOf } from './ics'

const now = new Date('2014-06-30T09:00:00.123Z')
const file = icsOf({
  now,
  summary: 'Rendez-vous',
  events: [
    { uid: 'a1', at: new Date('2014-07-02T09:30:00Z'), minutes: 60 },
    { uid: 'b2', day: '2014-07-03' },
  ],
})

describe('a calendar file', () => {
  test('is one calendar of RFC 5545, each line ended by CRLF, every instant in UTC', () => {
    expect(file).toBe(
      `${[
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Relais//Relais//FR',
        'CALSCALE:GREGORIAN',
        'METHOD:PUBLISH',
        'BEGIN:VEVENT',
        'UID:a1@relais.invalid',
        'DTSTAMP:20140630T090000Z',
        'DTSTART:20140702T093000Z',
        'DURATION:PT60M',
        'SUMMARY:Rendez-vous',
        'CLASS:PRIVATE',
        'END:VEVENT',
        'BEGIN:VEVENT',
        'UID:b2@relais.invalid',
        'DTSTAMP:20140630T090000Z',
        'DTSTART;VALUE=DATE:20140703',
        'SUMMARY:Rendez-vous',
        'CLASS:PRIVATE',
        'END:VEVENT',
        'END:VCALENDAR',
      ].join('\r\n')}\r\n`,
    )
  })

  test('without an appointment is a calendar all the same', () => {
    expect(icsOf({ events: [], summary: '', now })).toContain('END:VCALENDAR\r\n')
  })

  test('folds a long line at 75 octets, between characters, and unfolded it is as it was', () => {
    const long = `SUMMARY:${'é€𝄞a'.repeat(40)}`
    const lines = folded(long).split('\r\n')
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    for (const line of lines.slice(1)) expect(line.startsWith(' ')).toBe(true)
    expect(folded(long).replaceAll('\r\n ', '')).toBe(long)
    expect(folded('SUMMARY:short')).toBe('SUMMARY:short')
  })

  test('escapes what would end a value', () => {
    expect(icsOf({ now, summary: 'a,b;c\\d\ne', events: [{ uid: 'x', day: '2014-07-03' }] })).toContain(
      'SUMMARY:a\\,b\\;c\\\\d\\ne\r\n',
    )
  })
})
