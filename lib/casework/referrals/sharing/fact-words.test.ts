import { describe, expect, it } from 'vitest'
import { translator } from '@/lib/base/i18n/translate'
import { FACT_KEYS } from '@/lib/casework/consents/facts'
import { factWords } from './fact-words'
import { type StagePayload, stagePayload } from './payload'

const fr = { t: translator('fr'), locale: 'fr' as const }
const en = { t: translator('en'), locale: 'en' as const }
const firstOf = (payload: StagePayload, words: typeof fr | typeof en = fr) =>
  factWords(payload, words)[0]?.value

const everything = {
  service: 'LEGAL_DOC' as const,
  priority: 'URGENT',
  sex: 'F',
  ageBand: 'A18_59',
  cercle: 'ML0501',
  vulnerable: true,
  givenName: 'Hawa',
  familyName: 'Dembélé',
  birthDate: '1990-03-03',
  ageBasis: 'DOC',
  motherName: 'Oumou',
  phone: '+223 70 00 00 00',
  safeContact: { mode: 'CALL_OK', detail: 'le soir' },
  meetingPlace: 'Au bureau',
  languages: ['bam'],
  nationalities: ['MLI'],
  displacementStatus: 'IDP',
  originCercle: 'ML0501',
  documentStatus: 'HAS_ID',
  household: { adults: 1, children: 3 },
  caregiver: { name: 'Awa', relation: '' },
  separation: { cause: 'CONFLICT', since: '2013-01-10', lastPlace: 'Gao' },
  disability: ['DS-BD'],
  specificNeeds: ['DS-BD'],
  reasonText: 'Acte de naissance perdu.',
}

describe('shared facts in words', () => {
  it('say every fact of the catalogue in both languages, never a bare code', () => {
    const both = { ...stagePayload(1, everything, FACT_KEYS), ...stagePayload(2, everything, FACT_KEYS) }
    for (const words of [fr, en]) {
      const facts = factWords(both, words)
      expect(facts.map(({ key }) => key)).toEqual(FACT_KEYS.filter((key) => key in both))
      for (const { value } of facts) expect(value).not.toMatch(/^[A-Z0-9_-]{3,}$|undefined|\[object/)
    }
  })

  it('say nothing that is not in the payload', () => {
    expect(factWords({}, fr)).toEqual([])
    expect(factWords({ sex: 'F' }, fr)).toEqual([{ key: 'sex', term: 'Sexe', value: 'Féminin' }])
  })

  it('say whom never to tell wherever they say how to reach the person', () => {
    const source = {
      ...everything,
      safeContact: { mode: 'CALL_OK', detail: 'le soir', notTold: ['FAMILY', 'ARMED_ACTORS'] },
    }
    const slip = stagePayload(2, source, ['safe_contact'])
    expect(slip).toEqual({
      safe_contact: { mode: 'CALL_OK', detail: 'le soir', notTold: ['FAMILY', 'ARMED_ACTORS'] },
    })
    expect(firstOf(slip)).toBe(
      'Appel possible, le soir. Ne rien dire à sa famille. Ne rien dire aux acteurs armés.',
    )
  })

  it('count the household with its zeros', () => {
    expect(firstOf({ household: { adults: 1, children: 0 } })).toBe('1 adulte, 0 enfant')
    expect(firstOf({ household: { adults: 2, children: 3, underFive: 1 } }, en)).toBe(
      '2 adults, 3 children, 1 under 5',
    )
  })

  it('tell a birth year with how it is known', () => {
    expect(firstOf({ birth: { year: 1990, basis: 'STATED' } })).toBe('1990 (Date ou âge déclaré)')
    expect(firstOf({ birth: { year: 1990, basis: 'ESTIMATE' } })).toBe('Vers 1990')
    expect(firstOf({ birth: { date: '1990-03-03' } })).toBe('3 mars 1990')
  })

  it('leave out a value of a shape nobody knows', () => {
    expect(factWords({ name: 'x', phone: { a: 1 } }, fr)).toEqual([])
  })
})
