import { describe, expect, it } from 'vitest'
import { consentRow } from '@/lib/casework/consents/consent-rows'
import { REFERRAL_STATES } from '@/lib/casework/referrals/machine/states'
import { keptTicks, withoutNames } from '@/lib/casework/referrals/sharing/ticks'
import { consentErrors } from '@/lib/casework/referrals/verbs/forms'
import { effectOn } from '@/lib/casework/referrals/verbs/withdraw-answer'
import { nextOf } from './next-of'
import { pageActions } from './page-actions'
import type { Happened } from './referral-file'
import { relaySteps } from './relay-steps'

const asked = {
  answer: 'GIVEN' as const,
  mode: 'SIGN',
  giver: 'SELF',
  language: 'bam',
  witness: '',
  caregiver: '',
  capacity: '',
  danger: '',
  reason: '',
  doubt: '',
}

describe('the answers of a person', () => {
  it('need a way and a language for a yes, a giver beside a child, and nothing for a no', () => {
    expect(consentErrors(asked)).toEqual({})
    const nothing = { mode: '', giver: '', language: '' }
    expect(Object.keys(consentErrors({ ...asked, ...nothing }))).toEqual(['mode', 'language'])
    expect(Object.keys(consentErrors({ ...asked, ...nothing, answer: 'ASSENT' }))).toHaveLength(3)
    expect(consentErrors({ ...asked, answer: 'REFUSED', mode: '', giver: '', language: '' })).toEqual({})
  })

  it('need a witness for a spoken yes and a guardian for a child', () => {
    expect(consentErrors({ ...asked, mode: 'VERBAL_WIT' })).toEqual({ witness: 'required' })
  })

  it('need a reason where asking was not possible', () => {
    expect(consentErrors({ ...asked, answer: 'NOT_POSSIBLE' })).toEqual({ reason: 'required' })
  })
})

describe('ticks', () => {
  it('always hold what no referral can do without', () => {
    expect(keptTicks([])).toEqual(['need', 'urgency'])
  })

  it('lose every naming fact with the switch "without the name"', () => {
    expect(withoutNames(['need', 'name', 'mother_name', 'caregiver', 'birth'])).toEqual(['need', 'birth'])
  })
})

describe('the relay', () => {
  const event = (verb: Happened['verb'], by: Happened['by']): Happened => ({
    verb,
    by,
    from: null,
    to: 'DRAFT',
    at: new Date('2014-06-30T09:00:00Z'),
    who: null,
    channel: 'APP',
    reason: null,
    version: 1,
  })

  it('gives the baton to one step at most, whatever the state', () => {
    for (const state of REFERRAL_STATES)
      expect(
        relaySteps(state, [event('start', 'team')]).filter((step) => step.state === 'now').length,
      ).toBeLessThan(2)
  })

  it('draws what the partner said by telephone in the partner’s lane', () => {
    expect(relaySteps('ACCEPTED', [event('accept', 'recorded')])[0]?.side).toBe('them')
    expect(relaySteps('NOT_ACCESSED', [event('report-not-accessed', 'team')])[0]?.side).toBe('us')
  })
})

describe('what follows a service that was not received', () => {
  it('leads to no page that a closed case refuses', () => {
    const view = {
      ...{ id: 'x', code: 'MLP', state: 'CONTESTED' as const, verbs: [], onTeam: true, caseOpen: false },
      ...{ reason: null, expectedOn: null, followedBy: null, follow: null, caseWorked: false, silent: false },
    }
    expect(nextOf(view).things).toEqual([])
    expect(nextOf({ ...view, caseWorked: true }).things.map(({ word }) => word)).toEqual(['help', 'call'])
  })

  it('leads to the next best service, also once it was closed for another one, until that has begun', () => {
    const view = {
      ...{ id: 'x', code: 'MLP', verbs: [], onTeam: true, caseOpen: true, caseWorked: true },
      ...{ reason: null, expectedOn: null, followedBy: null, follow: null, silent: false },
    }
    const others = (more: Partial<Parameters<typeof nextOf>[0]>) =>
      nextOf({ ...view, state: 'DECLINED', ...more }).things.find(({ word }) => word === 'other')?.href
    for (const state of ['DECLINED', 'CONTESTED', 'NOT_ACCESSED'] as const)
      expect(others({ state }), state).toBe('/cases/MLP/refer?previous=x')
    expect(others({ state: 'CLOSED_UNSERVED', follow: 'OTHER_REFERRAL' })).toBe('/cases/MLP/refer?previous=x')
    expect(others({ state: 'CLOSED_UNSERVED', follow: 'NOTHING_WANTED' })).toBeUndefined()
    expect(others({ state: 'DECLINED', followedBy: 'y' })).toBeUndefined()
    for (const reason of ['NO_ANSWER', 'OTHER_PROVIDER', 'UNSAFE'])
      expect(others({ state: 'CANCELLED', reason }), reason).toBe('/cases/MLP/refer?previous=x')
    for (const reason of ['NEED_MET', 'PERSON_ASKED', 'DECEASED'])
      expect(others({ state: 'CANCELLED', reason }), reason).toBeUndefined()
    expect(others({ state: 'SENT' })).toBeUndefined()
    expect(others({ state: 'SENT', silent: true })).toBe('/cases/MLP/refer?previous=x')
  })

  it('asks to stop whoever kept silent once somebody else is asked', () => {
    const view = {
      ...{ id: 'x', code: 'MLP', onTeam: true, caseOpen: true, caseWorked: true, silent: true },
      ...{ reason: null, expectedOn: null, followedBy: 'y', follow: null, state: 'ACKNOWLEDGED' as const },
    }
    const words = (verbs: 'cancel'[]) => nextOf({ ...view, verbs }).things.map(({ word }) => word)
    expect(words(['cancel'])).toEqual(['stop', 'help'])
    expect(words([])).toEqual(['help'])
  })
})

const consentOf = () =>
  consentRow({
    id: 'c',
    purpose: 'REFERRAL',
    partner: 'NRC',
    service: null,
    status: 'GIVEN',
    giver: 'SELF',
    language: null,
    mode: 'SIGN',
    legalBasis: 'CONSENT',
    facts: [],
    recordedBy: 'u',
    reason: null,
    situation: {},
    needsReview: null,
    confirmBy: null,
    confirmation: null,
    givenAt: '2014-06-30',
    expiresOn: null,
    withdrawnAt: null,
  })

describe('the buttons of a referral', () => {
  it('never fill a button that ends something', () => {
    const facts = {
      id: 'x',
      code: 'MLP',
      state: 'SENT' as const,
      recordable: [],
      onTeam: true,
      caseOpen: true,
      silent: false,
      followedBy: null,
    }
    const actions = pageActions({
      ...facts,
      verbs: ['cancel'],
      mayLink: false,
      mayExchange: false,
      mayNoteDeleted: false,
      consent: consentOf(),
    })
    expect(actions.every(({ ends }) => ends)).toBe(true)
  })
})

describe('withdrawing consent', () => {
  it('stops what is open, closes what was shared, and leaves ended ones alone', () => {
    const effects = Object.fromEntries(REFERRAL_STATES.map((state) => [state, effectOn({ state })]))
    expect(effects).toMatchObject({
      IN_PROGRESS: 'stops',
      COMPLETED: 'unshared',
      VERIFIED: 'unshared',
      DECLINED: 'nothing',
    })
  })
})
