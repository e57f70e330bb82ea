import { describe, expect, test } from 'vitest'
import { day } from './fields'
import { form } from './form'
import { saidBack, understoodDays, withUnderstood } from './understood'

const asked = form({
  noun: 'notes',
  fields: { metOn: day({ optional: true }), birthDate: day({ quiet: true }) },
})
const said = (typed: string, iso = '2014-06-30') =>
  understoodDays(asked, { metOn: typed, birthDate: typed }, { metOn: iso, birthDate: iso })

describe('a day typed shorter than it is', () => {
  test('is said back as it was understood', () => {
    for (const typed of ['30/6', '300614', '30062014', '30/06/14', 'aujourd’hui', '30 juin 2014'])
      expect(said(typed), typed).toEqual(['notes.metOn.2014-06-30'])
  })

  test('is not said back when nothing was guessed or nothing typed', () => {
    for (const typed of ['30/6/2014', '30/06/2014', '2014-06-30']) expect(said(typed), typed).toEqual([])
    expect(said('', '')).toEqual([])
  })

  test('stands in the address of the next page and is read from there, never a birth', () => {
    const next = withUnderstood('/cases/MLP?done=note#notes', said('30/6'))
    expect(next).toBe('/cases/MLP?done=note&read-as=notes.metOn.2014-06-30#notes')
    expect(saidBack('/cases/MLP?done=note&read-as=notes.metOn.2014-06-30')).toEqual([
      { noun: 'notes', name: 'metOn', iso: '2014-06-30' },
    ])
    expect(saidBack('/cases/MLP?read-as=%3Cb%3E.x.2014-06-30&read-as=notes.metOn.soon')).toEqual([])
    expect(withUnderstood('/work', [])).toBe('/work')
  })
})
