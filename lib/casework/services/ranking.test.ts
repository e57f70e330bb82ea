import { describe, expect, it } from 'vitest'
import { type Entry, ranked, standing } from './ranking'

const now = new Date('2014-06-30T09:00:00Z')
const rate = (asked: number, accepted: number, days: number) => ({
  ...{ asked, accepted, days },
  ...{ silent: 0, window: 180, p90: days },
})
const entry = (partner: string, change: Partial<Entry> = {}): Entry => ({
  id: partner,
  partner,
  service: 'MED_CONS',
  office: 'GAO',
  cercles: ['ML0701'],
  state: 'OPEN',
  waitDays: null,
  places: null,
  pausedUntil: null,
  eligibility: '',
  hours: '',
  price: '',
  languages: [],
  womenOnStaff: null,
  verifiedOn: '2014-06-12',
  verifiedBy: null,
  askedOn: null,
  note: '',
  place: '',
  mail: '',
  version: 1,
  phone: '',
  agreementFrom: '2013-01-01',
  agreementUntil: null,
  rate: rate(4, 3, 3),
  ...change,
})
const order = (entries: Entry[]) => ranked(entries, 'ML0701', now).map(({ partner }) => partner)

describe('the order of a directory', () => {
  it('puts what can be chosen first, then near, then whoever answers fastest', () => {
    const slow = entry('SLOW', { rate: rate(4, 4, 9) })
    const far = entry('FAR', { cercles: [], rate: rate(9, 9, 1) })
    const paused = entry('PAUSED', { state: 'PAUSED', rate: rate(9, 9, 0) })
    expect(order([paused, far, slow, entry('FAST')])).toEqual(['FAST', 'SLOW', 'FAR', 'PAUSED'])
  })

  it('lets a wait be chosen, the shortest first, and nothing that is full or paused, whatever its day', () => {
    const long = entry('LONG', { state: 'WAITING', waitDays: 30, rate: rate(9, 9, 1) })
    const short = entry('SHORT', { state: 'WAITING', waitDays: 3 })
    const full = entry('FULL', { state: 'FULL' })
    const over = entry('OVER', { state: 'PAUSED', pausedUntil: '2014-06-29' })
    const all = ranked([long, full, over, short, entry('NOW')], 'ML0701', now)
    expect(all.map(({ partner, choosable }) => `${partner} ${choosable}`)).toEqual([
      'NOW true',
      'SHORT true',
      'LONG true',
      'FULL false',
      'OVER false',
    ])
    expect(all.map(({ over, toVerify }) => over && toVerify)).toEqual([false, false, false, false, true])
  })

  it('tells places of this week only as long as they are of this week', () => {
    const places = (verifiedOn: string) => standing(entry('X', { places: 9, verifiedOn }), now).placesNow
    expect([places('2014-06-24'), places('2014-06-23')]).toEqual([9, null])
  })

  it('lets nobody choose a partner without an agreement in force', () => {
    const ended = entry('ENDED', { agreementUntil: '2014-06-29' })
    const none = entry('NONE', { agreementFrom: null })
    expect(ranked([ended, none], 'ML0701', now).map(({ choosable }) => choosable)).toEqual([false, false])
  })

  it('flags an entry nobody has looked at for more than 60 days', () => {
    const [old, fresh] = ['2014-04-30', '2014-05-01'].map((verifiedOn) => entry('X', { verifiedOn }))
    expect(ranked([old ?? entry(''), fresh ?? entry('')], '', now).map(({ stale }) => stale)).toEqual([
      true,
      false,
    ])
  })
})
