import { describe, expect, test } from 'vitest'
import { REFERRAL_STATES } from '@/lib/casework/referrals/machine/states'
import { nextBest, type Tried } from './next-best'
import type { Entry } from './ranking'

const now = new Date('2014-06-30T09:00:00Z')
const rate = (asked: number, accepted: number, days: number) => ({
  ...{ asked, accepted, days },
  ...{ silent: 0, window: 180, p90: days },
})
const entry = (partner: string, change: Partial<Entry> = {}): Entry => ({
  id: partner,
  partner,
  service: 'REINT_EDU',
  office: 'MOP',
  cercles: ['ML0505'],
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
const tried = (partner: string, state: string, harmed = false): Tried => ({ partner, state, harmed })
const best = (entries: Entry[], before: Tried[]) => {
  const { offered, left } = nextBest(entries, { cercle: 'ML0505', tried: before, now })
  return {
    offered: offered.map(({ partner }) => partner),
    left: left.map((one) => `${one.entry.partner} ${one.why}`),
  }
}

describe('the next best service', () => {
  test('is near before far, then whoever answers fastest', () => {
    const far = entry('FAR', { cercles: [], rate: rate(9, 9, 1) })
    const slow = entry('SLOW', { rate: rate(4, 4, 9) })
    expect(best([far, slow, entry('NEAR')], []).offered).toEqual(['NEAR', 'SLOW', 'FAR'])
  })

  test('is whoever was not full again and again before whoever was; both can be asked', () => {
    const often = entry('OFTEN', { askedOn: '2014-06-29', rate: rate(9, 9, 1) })
    expect(best([often, entry('NEAR')], []).offered).toEqual(['NEAR', 'OFTEN'])
  })

  test('may be a wait, and is nobody who is full or paused; each is said', () => {
    const wait = entry('WAIT', { state: 'WAITING', waitDays: 20 })
    const shut = [entry('FULL', { state: 'FULL' }), entry('PAUSED', { state: 'PAUSED' })]
    expect(best([wait, ...shut, entry('NOW')], [])).toEqual({
      offered: ['NOW', 'WAIT'],
      left: ['FULL FULL', 'PAUSED PAUSED'],
    })
  })

  test('is nobody whom the team stopped asking for want of an answer or of safety; another stop says nothing of them', () => {
    const stopped = (reason: string) => [{ ...tried('NRC', 'CANCELLED'), reason }]
    for (const reason of ['NO_ANSWER', 'UNSAFE'])
      expect(best([entry('NRC'), entry('SAVE')], stopped(reason)).left, reason).toEqual(['NRC TRIED'])
    for (const reason of ['MISTAKE', 'OTHER_PROVIDER', 'OTHER'])
      expect(best([entry('NRC')], stopped(reason)).offered, reason).toEqual(['NRC'])
  })

  test('is nobody who was tried in vain for this person, whatever it did for others', () => {
    for (const state of ['DECLINED', 'CONTESTED', 'NOT_ACCESSED', 'CLOSED_UNSERVED'])
      expect(best([entry('NRC'), entry('SAVE')], [tried('NRC', state)]), state).toEqual({
        offered: ['SAVE'],
        left: ['NRC TRIED'],
      })
  })

  test('may be whoever served well before, and nobody who is asked already', () => {
    const before = [tried('SAVE', 'VERIFIED'), tried('ACTED', 'SENT'), tried('ICRC', 'CANCELLED')]
    expect(best([entry('SAVE'), entry('ACTED'), entry('ICRC')], before)).toEqual({
      offered: ['ICRC', 'SAVE'],
      left: ['ACTED RUNNING'],
    })
  })

  test.each([
    ['BEGUN', ['DRAFT', 'PENDING_APPROVAL', 'RETURNED', 'APPROVED']],
    ['RUNNING', ['SENT', 'ACKNOWLEDGED', 'INFO_REQUESTED']],
    ['SERVING', ['ACCEPTED', 'IN_PROGRESS']],
  ])('is nobody with whom it is %s, said as what it is', (why, states) => {
    for (const state of states)
      expect(best([entry('NRC')], [tried('NRC', state)]).left, state).toEqual([`NRC ${why}`])
  })

  test('knows every state of a referral: tried, under way, or over and free to be asked again', () => {
    const free = REFERRAL_STATES.filter((state) => best([entry('NRC')], [tried('NRC', state)]).offered.length)
    expect(free).toEqual(['COMPLETED', 'VERIFIED', 'CANCELLED', 'CONSENT_WITHDRAWN'])
  })

  test('is nobody who may not be told, is paused, or did harm; each says why', () => {
    const entries = [
      entry('HARM'),
      entry('NONE', { agreementFrom: null }),
      entry('OVER', { agreementUntil: '2014-06-29' }),
      entry('PAUSED', { state: 'PAUSED' }),
    ]
    expect(best(entries, [tried('HARM', 'VERIFIED', true)])).toEqual({
      offered: [],
      left: ['HARM HARMED', 'NONE NO_AGREEMENT', 'OVER NO_AGREEMENT', 'PAUSED PAUSED'],
    })
  })
})

describe('a no that passes', () => {
  const no = (reason: string, at: string, state = 'DECLINED'): Tried => ({
    partner: 'A',
    state,
    reason,
    at,
    harmed: false,
  })
  const asked = (before: Tried, change: Partial<Entry> = {}) => best([entry('A', change)], [before]).offered

  test('of places, of silence or of a closed service is over after thirty days; one about the person never', () => {
    for (const reason of ['NO_CAPACITY', 'SERVICE_SUSPENDED', 'OTHER']) {
      expect(asked(no(reason, '2014-06-20T09:00:00Z')), reason).toEqual([])
      expect(asked(no(reason, '2014-05-20T09:00:00Z')), reason).toEqual(['A'])
    }
    expect(asked(no('NO_ANSWER', '2014-05-20T09:00:00Z', 'CANCELLED'))).toEqual(['A'])
    for (const reason of ['NOT_ELIGIBLE', 'NOT_SAFE_HERE', 'AGE_LIMIT', 'CONFLICT_OF_INTEREST'])
      expect(asked(no(reason, '2013-05-20T09:00:00Z')), reason).toEqual([])
    expect(asked(no('UNSAFE', '2013-05-20T09:00:00Z', 'CANCELLED'))).toEqual([])
  })

  test('of places is over as soon as the agency says that it receives again', () => {
    const full = no('NO_CAPACITY', '2014-06-10T09:00:00Z')
    expect(asked(full, { verifiedOn: '2014-06-12' })).toEqual(['A'])
    expect(asked(full, { verifiedOn: '2014-06-12', askedOn: '2014-06-13' })).toEqual([])
    expect(asked(full, { verifiedOn: '2014-06-10' })).toEqual([])
  })
})
