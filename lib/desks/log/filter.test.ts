import { describe, expect, test } from 'vitest'
import { filterOf, queryOf } from './filter'

describe('a filter of the log', () => {
  test('keeps what it understands', () => {
    const actor = '3b241101-e2bb-4255-8caf-4136c566a962'
    const asked = {
      code: ' MLP-7KQ2-D0X ',
      actor,
      action: 'referral.accept',
      outcome: 'refused',
      below: '12',
    }
    expect(filterOf(asked)).toEqual({
      caseCode: 'MLP-7KQ2-D0X',
      actor,
      action: 'referral.accept',
      outcome: 'refused',
      below: 12,
    })
  })

  test('leaves out what makes no sense', () => {
    const asked = { code: ' ', actor: "x' or true", action: 'referral.%', outcome: 'maybe', below: '-1' }
    expect(Object.values(filterOf(asked)).filter((value) => value !== undefined)).toEqual([])
    expect(filterOf({ below: '9'.repeat(30) }).below).toBeUndefined()
  })

  test('goes into an address and comes back the same', () => {
    const filter = filterOf({ code: 'MLP-7KQ2-D0X', action: 'referral', below: '99' })
    const query = Object.fromEntries(new URLSearchParams(queryOf(filter)))
    expect(filterOf(query)).toEqual(filter)
    expect(queryOf(filterOf({}))).toBe('')
  })
})
