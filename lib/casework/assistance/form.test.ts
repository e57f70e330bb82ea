import { describe, expect, test } from 'vitest'
import { parseForm } from '@/lib/base/forms/form'
import { assistanceForm } from './form'

const line = {
  service: 'FOOD_RATION',
  quantity: '15',
  givenOn: '30/06/2014',
  forWhom: 'PERSON',
  donor: 'CERF',
}
const errorsOf = (values: Record<string, string>) => {
  const parsed = parseForm(assistanceForm, { ...line, ...values }, '2014-06-30')
  return parsed.ok ? {} : parsed.errors
}

describe('how much was given', () => {
  test('is asked about where nobody would believe it, and taken once it is said to be so', () => {
    for (const [service, quantity] of [
      ['FOOD_RATION', '100000000'],
      ['FOOD_RATION', '1001'],
      ['NFI_KIT', '21'],
      ['CASH_EMERG', '499'],
      ['CASH_EMERG', '1000001'],
      ['SHEL_NIGHT', '401'],
    ] as const) {
      expect(errorsOf({ service, quantity }), `${service} ${quantity}`).toEqual({ quantity: 'unusual' })
      expect(errorsOf({ service, quantity, sure: 'on' }), `${service} ${quantity}`).toEqual({})
    }
  })

  test('is asked about no more where it is usual for its unit', () => {
    for (const [service, quantity] of [
      ['FOOD_RATION', '370'],
      ['NFI_KIT', '20'],
      ['CASH_EMERG', '25000'],
      ['COUN_IND', '1'],
    ] as const)
      expect(errorsOf({ service, quantity })).toEqual({})
  })

  test('is still refused where it is no number of anything', () => {
    expect(errorsOf({ quantity: '0', sure: 'on' })).toHaveProperty('quantity')
    expect(errorsOf({ quantity: '0,5', sure: 'on' })).toHaveProperty('quantity')
  })
})
