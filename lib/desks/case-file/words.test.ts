import { describe, expect, test } from 'vitest'
import { translator } from '@/lib/base/i18n/translate'
import { ageWords, bandWords, situationWords } from './words'

const words = { t: translator('fr'), locale: 'fr' as const, now: new Date('2014-06-30T09:00:00Z') }
const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const list = (birthYear: number | null, sex = 'F') => plain(bandWords({ sex, birthYear }, words))
/** As the file hands a person over: the full date is among what is sealed. */
const file = ({ birthYear, birthDate = '' }: { birthYear: number; birthDate?: string }) =>
  plain(ageWords({ sex: 'F', ageBasis: 'DOC', birthYear, identity: { birthDate } }, words))

describe('how old somebody is, in words', () => {
  test('is one band in a list where both possible ages lie in it', () => {
    expect(list(1990)).toMatch(/^Femme, 18.59 ans$/)
    expect(list(2000)).toMatch(/^Fille, 12.17 ans$/)
    expect(list(2000, 'M')).toMatch(/^Garçon, /)
  })

  test('is both ages in a list where the year alone leaves two bands open', () => {
    expect(list(1996)).toBe('Fille ou femme, 17 ou 18 ans')
    expect(list(2002)).toBe('Fille, 11 ou 12 ans')
    expect(list(1954)).toBe('Femme, 59 ou 60 ans')
  })

  test('is the one true age in the file where the date is known, and she is called what she is', () => {
    expect(file({ birthYear: 1996, birthDate: '1996-12-15' })).toBe('Fille, 17 ans')
    expect(file({ birthYear: 1996, birthDate: '1996-06-30' })).toBe('Femme, 18 ans')
    expect(file({ birthYear: 1996 })).toBe('Fille ou femme, 17 ou 18 ans')
  })
})

describe('the situation in a list', () => {
  const of = (concerns: string[], specificNeeds: string[] = []) =>
    situationWords({ concerns, specificNeeds, displacementStatus: 'IDP' }, words)

  test('says no violence, no armed group and no suicide: those are read in the opened file', () => {
    expect(of(['VIOL_GBV', 'LIB_RECR'], ['CR-AF'])).toBe('détails à l’ouverture')
    expect(of(['VIOL_GBV'], ['SC-UC'])).toBe('Enfant non accompagné · détails à l’ouverture')
    expect(of(['MHP_SUIC'])).toBe('détails à l’ouverture')
  })

  test('says what is no secret as before', () => {
    expect(of(['ACC_MED'], ['SM-MN'])).toBe('Besoin médical sans accès · Malnutrition')
    expect(of([])).toBe('Personne déplacée interne (PDI)')
  })
})
