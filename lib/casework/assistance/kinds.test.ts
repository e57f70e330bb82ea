import { expect, test } from 'vitest'
import { codes } from '@/lib/base/codes/codes'
import { byKind, kindOf, kinds, servicesOf, teamKinds } from './kinds'

test('the team’s eight kinds come first, and every service stands under one heading', () => {
  expect(teamKinds).toEqual(['COUN', 'MHPSS', 'FOOD', 'SHEL', 'NFI', 'MED', 'TRANS', 'REINT'])
  expect(kinds().slice(0, 8)).toEqual(teamKinds)
  for (const { code } of codes('service_type')) expect(kinds(), code).toContain(kindOf(code))
})

test('what the office gives most stands first in its kind, the others as they are listed', () => {
  const listed = servicesOf('FOOD', []).map(({ code }) => code)
  expect(listed).toEqual(['FOOD_RATION', 'FOOD_HOT', 'FOOD_VOUCH'])
  const usual = ['NFI_KIT', 'FOOD_VOUCH', 'FOOD_HOT']
  expect(servicesOf('FOOD', usual).map(({ code }) => code)).toEqual(['FOOD_VOUCH', 'FOOD_HOT', 'FOOD_RATION'])
})

test('lines stand under their kinds in the order of the kinds, and an empty kind is left out', () => {
  const lines = ['CASH_EMERG', 'NFI_KIT', 'FOOD_HOT', 'NFI_DIG'].map((service) => ({ service }))
  expect(byKind(lines).map(({ kind, lines: own }) => [kind, own.length])).toEqual([
    ['FOOD', 1],
    ['NFI', 2],
    ['CASH', 1],
  ])
})
