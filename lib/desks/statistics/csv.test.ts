import { describe, expect, test } from 'vitest'
import { translator } from '@/lib/base/i18n/translate'
import { csv, definitionsCsv, monthCsv } from './csv'
import { parseMonth } from './months'

const month = parseMonth('2014-06')
if (!month) throw new Error('no month')
const counts = [
  { measure: 'NEW', region: 'ML07', sex: 'F', ageGroup: 'A18_59', persons: 12 },
  { measure: 'NEW', region: 'ML07', sex: 'M', ageGroup: 'A18_59', persons: 3 },
  { measure: 'ACTIVE', region: 'ML07', sex: 'F', ageGroup: 'A18_59', persons: 40 },
  { measure: 'ACTIVE', region: 'ML07', sex: 'M', ageGroup: 'A18_59', persons: 30 },
]
const fr = { t: translator('fr'), locale: 'fr' as const }
const en = { t: translator('en'), locale: 'en' as const }
const linesOf = (body: string) => body.trimEnd().split('\r\n')

test('what is not known has a name in the file, not the code of its absence', () => {
  const unknown = [
    { measure: 'NEW', region: null, sex: 'F', ageGroup: 'A18_59', persons: 40 },
    { measure: 'ACTIVE', region: null, sex: 'F', ageGroup: 'A18_59', persons: 40 },
    ...counts,
  ]
  for (const words of [fr, en]) {
    const parted = words.locale === 'fr' ? ';' : ','
    const names = linesOf(monthCsv(unknown, month, words).body).map((line) => line.split(parted)[3] ?? '')
    expect(names.join()).toMatch(words.locale === 'fr' ? /Région non connue/ : /Region not known/)
    expect(names.join()).not.toContain('NONE')
  }
})

describe('the file of a month', () => {
  test('begins with a byte-order mark, a header and an HXL row of the same width', () => {
    const { body } = monthCsv(counts, month, fr)
    expect(body.charCodeAt(0)).toBe(0xfeff)
    const [header = '', tags = ''] = linesOf(body)
    expect(tags.split(';').every((tag) => tag.startsWith('#'))).toBe(true)
    expect(tags.split(';')).toHaveLength(header.split(';').length)
    expect(tags).toContain('#adm1+name+i_fr')
  })

  test('has a row a cell, each marked as internal', () => {
    const { body, rows } = monthCsv(counts, month, fr)
    const lines = linesOf(body).slice(2)
    expect(lines).toHaveLength(rows)
    expect(lines.every((line) => line.endsWith('interne, ne pas diffuser'))).toBe(true)
  })

  test('names what is counted together, and leaves no cell blank', () => {
    const lines = linesOf(monthCsv(counts, month, fr).body)
      .slice(2)
      .map((text) => text.split(';'))
    const fresh = lines.filter((cells) => cells[4] === 'M_NEW_IND')
    expect(fresh.map((cells) => [cells[2], cells[6], cells[8], cells[10]])).toEqual([
      ['ML', 'ALL', 'ALL', '15'],
    ])
    expect(lines.filter((cells) => cells[4] === 'M_ACT_IND').map((cells) => cells[10])).toEqual([
      '70',
      '40',
      '30',
    ])
    expect(lines.every((cells) => Number(cells[10]) >= 5)).toBe(true)
  })

  test('parts cells as spreadsheets of the language expect', () => {
    const [header = ''] = linesOf(monthCsv(counts, month, en).body)
    expect(header).toContain('Period start,Period end')
    expect(monthCsv(counts, month, en).body).toContain('"internal, do not circulate"')
  })

  test('comes with definitions of every measure', () => {
    for (const words of [fr, en]) {
      const body = definitionsCsv(words)
      for (const code of ['M_NEW_IND', 'M_ACT_IND', 'M_CUM_IND', 'M_REF_IND', 'M_EXCL'])
        expect(body).toContain(code)
    }
  })
})

test('no cell of a file runs as a formula where a spreadsheet opens it', () => {
  for (const cell of ['=1+1', '+33', '-1+2', '@SUM(A1)'])
    expect(csv([[cell]], 'en'), cell).not.toMatch(/^\ufeff?[=+@-]/)
})
