import { describe, expect, test } from 'vitest'
import { translator } from '@/lib/base/i18n/translate'
import { factValue } from '@/lib/casework/referrals/sharing/fact-values'
import { factWords } from '@/lib/casework/referrals/sharing/fact-words'
import { householdFact } from '@/lib/casework/referrals/sharing/household-fact'
import { householdOf } from './household'

describe('a household', () => {
  test('has one number when what was said and who is listed agree', () => {
    expect(householdOf(4, 4)).toEqual({ kind: 'agreed', people: 4 })
    expect(householdOf(1, 1)).toEqual({ kind: 'agreed', people: 1 })
  })

  test('is asked about until they do', () => {
    expect(householdOf(4, 1)).toEqual({ kind: 'missing', people: 4, difference: 3 })
    expect(householdOf(2, 3)).toEqual({ kind: 'extra', people: 2, difference: 1 })
    expect(householdOf(null, 3)).toEqual({ kind: 'unasked' })
  })

  test('leaves on a slip with the agreed number: four said and nobody listed is never “1 adult, 0 children”', () => {
    const said = (stated: number | null, ages: (number | null)[]) => {
      const household = factValue('household', {
        service: 'CP_BIA',
        priority: 'NORMAL',
        household: householdFact(stated, ages),
      } as never)
      return factWords(household === undefined ? {} : { household }, { t: translator('fr'), locale: 'fr' })[0]
        ?.value
    }
    expect(said(4, [34])).toBe('4 personnes')
    expect(said(4, [34, 12, 3, null])).toBe('4 personnes')
    expect(said(4, [34, 12, 3, 36])).toContain('2 adultes')
    expect(said(2, [34, 12, 3])).toBeUndefined()
    expect(said(null, [34])).toBeUndefined()
  })
})
