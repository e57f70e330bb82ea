import { describe, expect, it } from 'vitest'
import { text } from '@/lib/base/forms/fields'
import { part } from './beside'

const fields = { size: text({ max: 10 }) }
const others = [
  {
    name: 'case.add',
    form: { noun: 'people', fields: { given: text({ max: 10 }), age: text({ max: 10 }) } },
  },
]

describe('writes that share one form', () => {
  it('each take their own fields, and what belongs to none is judged with the one whose button was pressed', () => {
    expect(part({ size: '4', given: 'Awa', age: '', odd: 'x' }, fields, others)).toEqual({
      mine: { size: '4', odd: 'x' },
      beside: [{ name: 'case.add', values: { given: 'Awa', age: '' } }],
    })
  })

  it('leave nothing beside where only blanks stand', () => {
    expect(part({ size: '4', given: ' ', age: '' }, fields, others).beside).toEqual([])
  })

  it('do not take the fields of a form that does not stand beside', () => {
    expect(part({ size: '4', given: 'Awa' }, fields)).toEqual({
      mine: { size: '4', given: 'Awa' },
      beside: [],
    })
  })
})
