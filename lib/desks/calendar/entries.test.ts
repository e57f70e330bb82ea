import { describe, expect, test } from 'vitest'
import { translator } from '@/lib/base/i18n/translate'
import { appointmentWords, byDay, limitWords } from './entries'

const words = { t: translator('fr'), locale: 'fr' as const }
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')
const limit = (kind: string, sensitivity = 'S3') =>
  plain(limitWords({ code: 'C', sensitivity, kind, at: 0 }, words))

describe('over somebody’s shoulder', () => {
  test('care after an assault is care, and a restricted case says nothing of what falls due', () => {
    expect(limit('task-CARE_PEP')).toBe('Limite : soins')
    expect(limit('task-CARE_PEP-ASKED')).toBe('Limite : soins')
    expect(limit('follow-up', 'S4')).toBe('Limite')
    expect(limit('task-SEE_PERSON')).toContain('Voir la personne')
  })

  test('an appointment is its kind, and nothing more where it is another’s or of a restricted case', () => {
    expect(appointmentWords({ kind: 'OFFICE', sensitivity: 'S3' }, words)).toBe('Rencontre au bureau')
    expect(appointmentWords({ kind: null, sensitivity: 'S3' }, words)).toBe('Rendez-vous')
    expect(appointmentWords({ kind: 'HEARING', sensitivity: 'S4' }, words)).toBe('Rendez-vous')
  })
})

test('a day has its entries by the hour, those without one last, and leaves other days’ out', () => {
  const one = (key: string, at: string, hour = true) => ({
    key,
    code: key,
    at: Date.parse(at),
    hour,
    limit: false,
    late: false,
    words: '',
  })
  const days = byDay(
    [
      one('none', '2014-07-02T00:00:00Z', false),
      one('ten', '2014-07-02T10:00:00Z'),
      one('nine', '2014-07-02T09:00:00Z'),
      one('other', '2014-07-09T09:00:00Z'),
    ],
    ['2014-07-02', '2014-07-03'],
  )
  expect(days.get('2014-07-02')?.map(({ key }) => key)).toEqual(['nine', 'ten', 'none'])
  expect(days.get('2014-07-03')).toEqual([])
})
