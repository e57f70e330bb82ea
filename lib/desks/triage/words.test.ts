import { expect, test } from 'vitest'
import { translator } from '@/lib/base/i18n/translate'
import { whoWords } from './words'

const said = (sex: string, age: number, locale: 'fr' | 'en' = 'fr') =>
  whoWords({ sex, age, ageEstimated: false }, translator(locale)).split(',')[0]

test('a child is a girl or a boy, also in the words of an alert', () => {
  expect([said('F', 17), said('M', 8), said('F', 18), said('M', 40)]).toEqual([
    'Fille',
    'Garçon',
    'Femme',
    'Homme',
  ])
  expect([said('F', 9, 'en'), said('M', 9, 'en')]).toEqual(['Girl', 'Boy'])
})
