import { expect, test } from 'vitest'
import { incidentCare } from './incident-care'
import { proposeWith } from './propose-with'

const known = {
  birth: { date: null, year: 1980, basis: null },
  sex: 'M',
  displacementStatus: null,
  householdRole: null,
  documentStatus: null,
  safeContact: null,
  concerns: [],
  specificNeeds: [],
  situation: {},
  hoursSince: null,
  careArrangement: null,
  functioning: [],
}
const none = { open: {}, sealed: {}, by: [] }
const DAY = '2014-06-30'

test('a sealed fact raises the proposal and is not named: only whose assessment it was', () => {
  const before = proposeWith(known, none, DAY)
  const after = proposeWith(
    known,
    { open: {}, sealed: { suicide_level: 'ACUTE' }, by: ['PSYCHOLOGIST'] },
    DAY,
  )
  expect([before.risk, after.risk]).toEqual(['LOW', 'HIGH'])
  expect(after.by).toEqual(['PSYCHOLOGIST'])
  expect(after.reasons).toEqual(before.reasons)
  expect(JSON.stringify(after.reasons)).not.toMatch(/suicid/i)
})

test('a fact from answers that the team reads is said with its reason', () => {
  const after = proposeWith(known, { ...none, open: { safe_tonight: 'NO' } }, DAY)
  expect(after.reasons.map(({ rule }) => rule)).toContain('NO_SHELTER')
  expect(after.by).toEqual([])
})

test('no danger said today lowers nothing', () => {
  const after = proposeWith(known, { open: {}, sealed: { suicide_level: 'NONE' }, by: ['PSYCHOLOGIST'] }, DAY)
  expect([after.risk, after.by]).toEqual(['LOW', []])
})

const at = (text: string) => new Date(`${text}Z`)
const woman = { child: false, sex: 'F', age: 30 }

test.each([
  ['the same day', '2014-06-30', ['PEP_72', 'EC_120']],
  ['while prophylaxis may still help', '2014-06-27', ['PEP_72', 'EC_120']],
  ['while contraception may', '2014-06-25', ['EC_120']],
  ['too late for both', '2014-06-20', undefined],
])('care in time after an act told: %s', (_, told, clocks) => {
  const care = incidentCare({ gb_type: 'RAPE', gb_day: told }, woman, at('2014-06-30T09:00:00'))
  expect(care?.clocks).toEqual(clocks)
})

test('the clock runs from the earliest moment it can have been', () => {
  const evening = { gb_type: 'RAPE', gb_day: '2014-06-29', gb_part: 'EVENING' }
  expect(incidentCare(evening, woman, at('2014-06-30T09:00:00'))?.happened).toEqual(at('2014-06-29T18:00:00'))
  const { gb_part: _, ...unsaid } = evening
  expect(incidentCare(unsaid, woman, at('2014-06-30T09:00:00'))?.happened).toEqual(at('2014-06-29T00:00:00'))
})

test('without a day, or for another kind of act, there is no clock', () => {
  expect(incidentCare({ gb_type: 'RAPE' }, woman, at('2014-06-30T09:00:00'))).toBeUndefined()
  expect(
    incidentCare({ gb_type: 'PSYCH', gb_day: '2014-06-30' }, woman, at('2014-06-30T09:00:00')),
  ).toBeUndefined()
})
