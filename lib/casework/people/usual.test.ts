import { expect, test } from 'vitest'
import { usual } from './usual'

test('the usual five are those counted most, then those of the list', () => {
  const counted = [['taq'], ['taq', 'fra'], ['mos'], ['taq'], ['fra']]
  expect(usual(counted, ['ses', 'taq', 'mey', 'fra'])).toEqual(['taq', 'fra', 'mos', 'ses', 'mey'])
  expect(usual([], ['ses', 'taq'])).toEqual(['ses', 'taq'])
})

test('why an answer is missing is never a usual answer', () => {
  expect(usual([['UNK'], ['UNK'], ['NOT_ASKED']], ['ses'])).toEqual(['ses'])
})
