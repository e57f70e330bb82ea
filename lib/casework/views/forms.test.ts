import { describe, expect, test } from 'vitest'
import { parseForm } from '@/lib/base/forms/form'
import { listHref, plainSort } from './filter'
import { filterOf, keepViewForm, queryOf } from './forms'

const keep = (raw: Record<string, string>) => parseForm(keepViewForm, { name: 'MORNING', ...raw })

describe('a view that is kept', () => {
  test.each([
    '',
    'view=late',
    'view=high&risk=NONE&turn=them&sex=U',
    'office=GAO&lead=7b0d1c8e-0000-4000-8000-000000000002&sort=-contact',
  ])('holds the filter of its address: %s', (text) => {
    const filter = filterOf(text)
    expect(filter && queryOf(filter)).toBe(text)
    expect(keep({ filter: text })).toMatchObject({ ok: true, values: { filter } })
  })

  test.each([
    'q=Aïssata',
    'risk=Aïssata',
    'view=late&risk=',
    'view=late&view=high',
    'risk=HIGH&view=late',
    'office=Gao',
    'lead=Fatoumata',
    'sort=name',
    'view=open',
  ])('holds codes only, once, in one order: %s is refused and not trimmed', (text) => {
    expect(keep({ filter: text })).toMatchObject({ ok: false, errors: { filter: 'not-a-code' } })
  })

  test('is called by one of its names, and by no words of somebody’s own', () => {
    expect(keep({ name: 'Aïssata' })).toMatchObject({ ok: false, errors: { name: 'required' } })
    expect(keep({ whose: 'Gao' })).toMatchObject({ ok: false, errors: { whose: 'not-a-code' } })
  })

  test('opens the list as it was', () => {
    expect(listHref(filterOf('') ?? { view: 'late', sort: plainSort })).toBe('/cases')
  })
})
