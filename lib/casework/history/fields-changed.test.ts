import { describe, expect, test } from 'vitest'
import { noIdentity } from '@/lib/casework/people/identity'
import { fieldsChanged, type Saved } from './fields-changed'

const saved = (of: Partial<Saved>): Saved => ({
  what: 'CHANGED',
  at: new Date('2014-06-30T09:00:00Z'),
  member: false,
  changed: {},
  before: undefined,
  after: undefined,
  ...of,
})
const said = (of: Partial<Saved>) =>
  fieldsChanged(saved(of)).map(({ page, field, from, to }) => [page, field, from ?? '', to ?? ''])

describe('what one save changed', () => {
  test('is told answer by answer, plain and sealed, on the page where it is asked', () => {
    const before = { ...noIdentity, given: 'Awa', village: 'Bourem' }
    expect(
      said({
        changed: { sex: ['U', 'F'], concerns: [null, ['VIOL_GBV']], risk: ['LOW', 'HIGH'] },
        before,
        after: { ...before, village: 'Ansongo' },
      }),
    ).toEqual([
      ['identity', 'sex', 'U', 'F'],
      ['situation', 'village', 'Bourem', 'Ansongo'],
      ['situation', 'concerns', [], ['VIOL_GBV']],
      ['safety', 'risk', 'LOW', 'HIGH'],
    ])
  })

  test('says an age as it was on the day of the save, and not at all where a date says it', () => {
    expect(said({ changed: { birth_year: [1990, 1991] } })).toEqual([['identity', 'age', '24', '23']])
    const dated = { changed: { birth_year: [1990, 1991] as const }, before: noIdentity }
    expect(said({ ...dated, after: { ...noIdentity, birthDate: '1991-02-03' } })).toEqual([
      ['identity', 'birthDate', '', '3/2/1991'],
    ])
  })

  test('says the age where a date was taken away for it', () => {
    const before = { ...noIdentity, birthDate: '1989-03-25' }
    const after = { ...noIdentity, ageSaid: '2014-06-30 16' }
    expect(said({ changed: { birth_year: [1989, 1998] }, before, after })).toEqual([
      ['identity', 'birthDate', '25/3/1989', ''],
      ['identity', 'age', '', '16'],
    ])
  })

  test('tells whom nobody is to tell, and why, from the one place that keeps both', () => {
    const after = { ...noIdentity, withholds: [{ from: 'FAMILY', reason: 'REPRISAL' }] }
    expect(said({ before: noIdentity, after })).toEqual([
      ['safety', 'withholdFrom', [], ['FAMILY']],
      ['safety', 'withholdReason', '', 'REPRISAL'],
    ])
  })

  test('answers each of the six questions apart', () => {
    expect(said({ changed: { functioning: [['WG_SEE:1'], ['WG_SEE:3', 'WG_HEAR:1']] } })).toEqual([
      ['functioning', 'WG_SEE', '1', '3'],
      ['functioning', 'WG_HEAR', '', '1'],
    ])
  })

  test('of the case itself and of its rating says each fact', () => {
    expect(
      said({ changed: { do_not_contact: [false, true], 'rating.lower_reason': [null, 'SAFE_NOW'] } }),
    ).toEqual([
      ['case', 'do_not_contact', 'false', 'true'],
      ['safety', 'rating.lower_reason', '', 'SAFE_NOW'],
    ])
  })

  test('of somebody of the household says what was said of them, and nothing of the pages they have not', () => {
    expect(
      said({
        what: 'REMOVED',
        member: true,
        changed: { sex: ['M', null], birth_year: [2007, null], household_role: ['CHILD', null] },
        before: { ...noIdentity, given: 'Issa' },
      }),
    ).toEqual([
      ['member', 'memberGiven', 'Issa', ''],
      ['member', 'memberSex', 'M', ''],
      ['member', 'memberAge', '7', ''],
      ['member', 'memberRole', 'CHILD', ''],
    ])
  })
})
