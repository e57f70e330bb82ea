import { describe, expect, test } from 'vitest'
import { type Fields, type Form, parseForm, type RawValues } from '@/lib/base/forms/form'
import { householdForm, identityForm, memberForm, safetyForm } from './form'
import { lowerLevel } from './two-levels'

const identity = {
  given: 'Awa',
  sex: 'F',
  age: '30',
  ageBasis: 'STATED',
  nationalities: 'MLI',
  languages: 'bam',
  documentStatus: 'LOST',
}
const errorsOf = <F extends Fields>(form: Form<F>, raw: RawValues) => {
  const parsed = parseForm(form, raw)
  return parsed.ok ? {} : parsed.errors
}

describe('registration forms', () => {
  test('a name is given or knowingly left out, never both', () => {
    expect(errorsOf(identityForm, identity)).toEqual({})
    expect(errorsOf(identityForm, { ...identity, given: '' })).toEqual({ given: 'required' })
    expect(errorsOf(identityForm, { ...identity, given: '', nameUnknown: 'on' })).toEqual({})
    expect(errorsOf(identityForm, { ...identity, nameUnknown: 'on' })).toEqual({ nameUnknown: 'both' })
  })

  test('one name is enough, whichever it is and in any script', () => {
    for (const name of ['Awa', 'عائشة', 'ⴰⵡⴰ', 'Ɲɛlɛ', '–n’Ga'])
      for (const names of [
        { given: name, family: '' },
        { given: '', family: name },
      ])
        expect(errorsOf(identityForm, { ...identity, ...names }), name).toEqual({})
    expect(errorsOf(identityForm, { ...identity, given: '', family: 'Cissé', nameUnknown: 'on' })).toEqual({
      nameUnknown: 'both',
    })
  })

  test('a birth date or an age is enough', () => {
    expect(errorsOf(identityForm, { ...identity, age: '' })).toEqual({ age: 'required' })
    expect(errorsOf(identityForm, { ...identity, age: '', birthDate: '1/2/1984' })).toEqual({})
  })

  test('an age has a source, or there is none and the form says why', () => {
    const ageless = { ...identity, age: '', ageBasis: '' }
    expect(errorsOf(identityForm, { ...identity, ageBasis: '' })).toEqual({ ageBasis: 'required' })
    for (const why of ['UNK', 'NOT_ASKED', 'DECLINED'])
      expect(errorsOf(identityForm, { ...ageless, ageUnsaid: why }), why).toEqual({})
    expect(errorsOf(identityForm, { ...identity, ageUnsaid: 'DECLINED' })).toEqual({ ageUnsaid: 'both' })
  })

  test('somebody may be of several countries; what is searched for counts as ticked, and no word is lost', () => {
    const parsed = parseForm(identityForm, { ...identity, nationalities: ['MLI', 'NER'] })
    expect(parsed.ok && parsed.values.nationalities).toEqual(['MLI', 'NER'])
    expect(errorsOf(identityForm, { ...identity, nationalities: [], moreNationality: 'tchadienne' })).toEqual(
      {},
    )
    expect(errorsOf(identityForm, { ...identity, nationalities: [], moreNationality: 'martienne' })).toEqual({
      moreNationality: 'not-found',
    })
    expect(
      errorsOf(identityForm, { ...identity, nationalities: ['UNK'], moreNationality: 'tchadienne' }),
    ).toEqual({
      nationalities: 'unsaid-and-some',
    })
  })

  test('languages are ticked, or why they are missing, and never both', () => {
    expect(errorsOf(identityForm, { ...identity, languages: 'NOT_ASKED' })).toEqual({})
    expect(errorsOf(identityForm, { ...identity, languages: ['bam', 'UNK'] })).toEqual({
      languages: 'unsaid-and-some',
    })
    expect(errorsOf(identityForm, { ...identity, languages: [] })).toEqual({ languages: 'required' })
  })

  test.each(['UNK', 'NOT_ASKED', 'DECLINED'])(
    'a size or an age that is missing says why (%s), and one that is there does not',
    (why) => {
      const member = { memberSex: 'F', memberRole: 'CHILD' }
      expect(errorsOf(householdForm, { householdRole: 'HOH', householdSize: '', sizeUnsaid: why })).toEqual(
        {},
      )
      expect(errorsOf(memberForm, { ...member, memberAge: '', ageUnsaid: why })).toEqual({})
      expect(errorsOf(householdForm, { householdRole: 'HOH', householdSize: '4', sizeUnsaid: why })).toEqual({
        sizeUnsaid: 'both',
      })
      expect(errorsOf(memberForm, { ...member, memberAge: '7', ageUnsaid: why })).toEqual({
        ageUnsaid: 'both',
      })
      expect(errorsOf(householdForm, { householdRole: 'HOH' })).toEqual({ householdSize: 'required' })
      expect(errorsOf(memberForm, member)).toEqual({ memberAge: 'required' })
    },
  )

  test('who lives alone is one', () => {
    expect(errorsOf(householdForm, { householdRole: 'ALONE', householdSize: '2' })).toEqual({
      householdSize: 'alone',
    })
  })

  test('a call needs a number, set times need saying, and a silence its reason', () => {
    const raw = { risk: 'LOW', safeContact: 'CALL_TIMES', withholdFrom: 'FAMILY' }
    expect(errorsOf(safetyForm, raw)).toEqual({
      contactDetail: 'required',
      phone: 'required',
      withholdReason: 'required',
    })
    expect(errorsOf(safetyForm, { risk: 'LOW', safeContact: 'NONE' })).toEqual({})
  })

  test('reports about aid workers are not offered among the concerns', () => {
    expect(lowerLevel('protection_concern')).toContain('FAM_SEP')
    expect(lowerLevel('protection_concern')).not.toContain('ACC_SEA')
    expect(lowerLevel('protection_concern')).not.toContain('FAM')
  })
})
