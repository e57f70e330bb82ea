import { describe, expect, test } from 'vitest'
import type { StaffRow } from './colleagues-of-offices'
import { ableFor, awayOn, type Given, proposeHands } from './propose-hands'

const today = '2014-06-30'
const person = (id: string, parts: Partial<StaffRow> = {}): StaffRow => ({
  id,
  name: id,
  role: 'SOCIAL_WORKER',
  offices: ['GAO'],
  officeNames: ['Gao'],
  languages: [],
  led: 10,
  late: 0,
  leaves: [],
  ...parts,
})
const file = (code: string, parts: Partial<Given> = {}): Given => ({
  code,
  officeId: 'GAO',
  sensitivity: 'S3',
  leadId: 'lead',
  members: [],
  languages: [],
  ...parts,
})
const lead = person('lead', { role: 'LAWYER' })
const toOf = (given: Given, staff: StaffRow[]) => proposeHands([given], staff, today).get(given.code)

describe('whom a hand-over proposes', () => {
  test('first who is on the case, then who speaks the language, then who does the same work, then who leads fewest', () => {
    const member = person('member', { led: 40 })
    const speaker = person('speaker', { languages: ['taq'], led: 30 })
    const same = person('same', { role: 'LAWYER', led: 20 })
    const least = person('least', { led: 1 })
    const given = file('A', { members: ['member'], languages: ['taq'] })
    const staff = [lead, least, same, speaker, member]
    expect(toOf(given, staff)).toEqual({ to: 'member', why: 'member' })
    expect(toOf({ ...given, members: [] }, staff)).toEqual({ to: 'speaker', why: 'speaks' })
    expect(toOf({ ...given, members: [], languages: [] }, staff)).toEqual({ to: 'same', why: 'discipline' })
    expect(toOf({ ...given, members: [], languages: [] }, [lead, least, speaker])).toEqual({
      to: 'least',
      why: 'load',
    })
  })

  test('nobody who is away now or goes within a week, and nobody of another office', () => {
    const leaves = [{ id: 'x', from: '2014-07-05', to: '2014-07-20' }]
    expect(awayOn(leaves, today)).toBe(leaves[0])
    expect(awayOn([{ id: 'x', from: '2014-07-20', to: '2014-07-25' }], today)).toBeUndefined()
    expect(
      toOf(file('A'), [lead, person('away', { leaves }), person('far', { offices: ['MOP'] })]),
    ).toBeUndefined()
  })

  test('of a restricted case only who is on it', () => {
    const sealed = file('A', { sensitivity: 'S4', members: ['member'] })
    expect(ableFor(sealed, [lead, person('other'), person('member')]).map(({ id }) => id)).toEqual(['member'])
  })

  test('many cases are spread: each counts into the load of whoever gets it', () => {
    const cases = Array.from({ length: 6 }, (_, n) => file(`C${n}`))
    const found = proposeHands(cases, [lead, person('a'), person('b')], today)
    expect([...found.values()].map(({ to }) => to).sort()).toEqual(['a', 'a', 'a', 'b', 'b', 'b'])
  })
})
