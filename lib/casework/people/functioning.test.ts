import { expect, test } from 'vitest'
import { proposalFor } from '@/lib/casework/cases/proposal-for'
import { answersOf, DOMAINS, functioningOf, isDisabled } from './functioning'

const all = (answer: string) => Object.fromEntries(DOMAINS.map((domain) => [domain, answer]))

test('one domain with a lot of difficulty, or that cannot be done at all, is a disability', () => {
  for (const domain of DOMAINS)
    for (const [answer, disabled] of [
      ['2', false],
      ['3', true],
      ['4', true],
    ] as const)
      expect(isDisabled(functioningOf({ ...all('1'), [domain]: answer })), `${domain} ${answer}`).toBe(
        disabled,
      )
})

test('what was not asked, refused or not known is never a no', () => {
  expect(isDisabled([])).toBeUndefined()
  expect(isDisabled(functioningOf({ ...all('1'), WG_SEE: '' }))).toBeUndefined()
  expect(isDisabled(functioningOf({ ...all('1'), WG_HEAR: '7' }))).toBeUndefined()
  expect(isDisabled(functioningOf({ ...all('9'), WG_HEAR: '4' }))).toBe(true)
})

test('the answers come back as they were given', () => {
  const given = { WG_SEE: '3', WG_COM: '9' }
  expect(answersOf(functioningOf(given))).toEqual(given)
  expect(functioningOf(given)).toEqual(['WG_SEE:3', 'WG_COM:9'])
})

test('an old man who cannot walk and is alone is proposed as the table says, from the answers alone', () => {
  const known = {
    birth: { year: 1940, basis: 'STATED' },
    sex: 'M',
    displacementStatus: 'IDP',
    householdRole: 'ALONE',
    documentStatus: null,
    safeContact: null,
    concerns: [],
    specificNeeds: [],
    situation: {},
    hoursSince: null,
    careArrangement: null,
  }
  const rules = (functioning: string[]) =>
    proposalFor({ ...known, functioning }, '2014-06-30').reasons.map(({ rule }) => rule)
  expect(rules(['WG_WALK:4'])).toContain('DISABILITY_ALONE')
  expect(rules(['WG_WALK:1'])).not.toContain('DISABILITY_ALONE')
})
