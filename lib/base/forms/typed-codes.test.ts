import { expect, test } from 'vitest'
import { code, text } from './fields'
import { parseForm } from './form'
import { withCodes } from './typed-codes'

const asked = {
  fields: {
    cercle: code('admin2_2014', { as: 'typed' }),
    sex: code('sex', { as: 'radio' }),
    given: text({ max: 80 }),
  },
  noun: 'people',
}
const errors = (cercle: string) => {
  const parsed = parseForm(asked, withCodes(asked.fields, { cercle, sex: 'F', given: 'Gao' }))
  return parsed.ok ? parsed.values.cercle : parsed.errors
}

test('an answer may be written, and is kept as the code it means', () => {
  for (const word of ['ML0703', 'Gao', ' GAO ', 'gao']) expect(errors(word), word).toBe('ML0703')
})

test('a word that means none or several is refused with its reason, and stays as it was written', () => {
  expect(errors('Paris')).toEqual({ cercle: 'not-found' })
  expect(errors('Ba')).toEqual({ cercle: 'not-found' })
  expect(errors('')).toEqual({ cercle: 'required' })
  expect(withCodes(asked.fields, { cercle: 'Ba' })).toEqual({ cercle: 'Ba' })
})

test('only what is to be written is read so: a name stays a name, a choice is chosen', () => {
  expect(withCodes(asked.fields, { given: 'Gao', sex: 'Féminin' })).toEqual({ given: 'Gao', sex: 'Féminin' })
})
