import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { translator } from '@/lib/base/i18n/translate'
import { ageGroup } from './ages'
import {
  codes,
  donorName,
  entryOf,
  isCode,
  label,
  offered,
  offersService,
  parentOf,
  partnerName,
  unitOf,
} from './codes'
import { type CodeEntry, type ListName, lists } from './lists'
import { unions } from './unions'

const names = Object.keys(lists) as ListName[]
const every: [ListName, CodeEntry][] = names.flatMap((name) =>
  lists[name].map((entry): [ListName, CodeEntry] => [name, entry]),
)

describe('code lists', () => {
  test('codes are unique within their list and carry both languages', () => {
    for (const name of names) {
      const own = lists[name].map(({ code }) => code)
      expect(new Set(own).size, name).toBe(own.length)
    }
    for (const [name, { code, fr, en }] of every) expect(fr && en, `${name} ${code}`).toBeTruthy()
  })

  test('each list stands in one file: of two with one name the later would hide the other', () => {
    const folder = new URL('./lists/', import.meta.url)
    const found = readdirSync(folder).flatMap((file) =>
      Object.keys(JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as object),
    )
    expect(found.filter((name, at) => found.indexOf(name) !== at)).toEqual([])
  })

  test('parents, replacements and units point at codes that exist', () => {
    for (const [name, { code, parent, replacedBy, unit }] of every) {
      const above = name === 'admin2_2014' || name === 'origin' || name === 'fmp' ? 'admin1_2014' : name
      if (parent && parent !== 'ML') expect(isCode(above, parent), `${name} ${code}`).toBe(true)
      if (replacedBy) expect(isCode(name, replacedBy), `${name} ${code}`).toBe(true)
      if (unit) expect(isCode('unit', unit), `${name} ${code}`).toBe(true)
    }
  })

  test('the codes known to the compiler are those of the lists, in the same order', () => {
    for (const [name, own] of Object.entries(unions))
      expect(lists[name as ListName].map(({ code }) => code)).toEqual(own)
  })

  test('an answer that nobody may leave out can say that it is not known, was not asked or was declined', () => {
    for (const list of [
      'origin',
      'nationality',
      'displacement_status',
      'document_status',
      'household_role',
      'spoken',
      'unsaid',
    ] as const)
      for (const code of ['UNK', 'NOT_ASKED', 'DECLINED'])
        expect(isCode(list, code), `${list} ${code}`).toBe(true)
    expect(isCode('origin', 'ABROAD')).toBe(true)
    expect(isCode('origin', 'ML0802')).toBe(true)
    expect(isCode('admin2_2014', 'ABROAD')).toBe(false)
  })

  test('wording is typographic: no straight apostrophe, no program word', () => {
    for (const [name, { code, fr, en }] of every)
      expect(`${fr} ${en}`, `${name} ${code}`).not.toMatch(/'|→|_type/)
  })

  test('no answer from a partner is computed from clocks, never a stored state', () => {
    expect(isCode('referral_status', 'NO_RESPONSE')).toBe(false)
    expect(isCode('referral_status', 'INFO_REQUESTED')).toBe(true)
    expect(isCode('case_status', 'REOPENED')).toBe(false)
  })

  test('each level-2 service has one unit and level 1 has none', () => {
    for (const { code, level } of codes('service_type')) expect(unitOf(code) === null, code).toBe(level === 1)
    expect(unitOf('FOOD_HOT')).toBe('MEAL')
    expect(parentOf('service_type', 'FOOD_HOT')).toBe('FOOD')
    expect(parentOf('service_type', 'FOOD')).toBeNull()
  })

  test('labels follow the language and fall back to the code', () => {
    expect(label('sex', 'F', 'fr')).toBe('Féminin')
    expect(label('sex', 'F', 'en')).toBe('Female')
    expect(label('sex', 'F', 'ar')).toBe('Féminin')
    expect(label('sex', '?', 'fr')).toBe('?')
    expect(partnerName('ICRC', 'fr')).toBe('CICR')
  })

  test('forms are not offered legacy codes', () => {
    expect(entryOf('specific_need', 'CR-CH')?.replacedBy).toBe('SC-CH')
    expect(offered('specific_need', 'CR').map(({ code }) => code)).not.toContain('CR-CH')
  })

  test('a partner’s mandate covers a service by itself or by its heading', () => {
    expect(offersService('NRC', 'LEGAL_DOC')).toBe(true)
    expect(offersService('SAVE', 'MHPSS_REC')).toBe(true)
    expect(offersService('SAVE', 'MHPSS_IND')).toBe(false)
  })
})

describe('ages', () => {
  test.each([
    [0, 'A0_4'],
    [4, 'A0_4'],
    [5, 'A5_11'],
    [17, 'A12_17'],
    [18, 'A18_59'],
    [60, 'A60P'],
    [104, 'A60P'],
    [-1, 'AU'],
    [null, 'AU'],
  ] as const)('%s years is %s', (age, group) => {
    expect(ageGroup(age)).toBe(group)
  })
})

test('a donor is an acronym or words, never our code for it', () => {
  expect(donorName('CERF', 'fr')).toBe('CERF')
  expect(donorName('OWN', 'fr')).toBe('Fonds non affectés')
  expect(donorName('JPN', 'en')).toBe('Japan')
  for (const { code } of codes('donor'))
    for (const locale of ['fr', 'en'])
      if (['OWN', 'JPN', 'IDF'].includes(code)) expect(donorName(code, locale)).not.toBe(code)
})

test('every unit is counted in words, one and many', () => {
  const said = (locale: 'fr' | 'en', code: string, quantity: number) =>
    translator(locale)('assistance.counted', { code, quantity }).replaceAll(/[\u00a0\u202f]/g, ' ')
  expect(said('fr', 'RATION', 1)).toBe('1 ration')
  expect(said('fr', 'RATION', 5000)).toBe('5 000 rations')
  expect(said('en', 'PERSON', 2)).toBe('2 people')
  for (const { code } of codes('unit'))
    for (const locale of ['fr', 'en'] as const) expect(said(locale, code, 2), code).toMatch(/^2 \p{L}/u)
})
