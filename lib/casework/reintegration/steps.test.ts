import { describe, expect, test } from 'vitest'
import {
  type Answer,
  isStopped,
  type Journey,
  mayNote,
  STEPS,
  type StepCode,
  stepErrors,
  whereNow,
} from './steps'

const journey = (answer: Answer, done: Partial<Record<StepCode, string>> = {}): Journey => ({
  answer,
  steps: STEPS.filter((step) => step !== 'ESCORT').map((step, place) => ({
    place: place < 5 ? place + 1 : place + 2,
    step,
    state: done[step] || (step === 'CONSENT' && answer === 'YES') ? 'DONE' : 'TODO',
    on_day: done[step] ?? null,
    reason: null,
    by: null,
    due_on: null,
  })),
})
const before = {
  FITNESS: '2014-06-01',
  TRAVEL_DOC: '2014-06-01',
  EXIT_PAPER: '2014-06-02',
  TICKET: '2014-06-03',
}
const done = (step: StepCode, onDay: string) => ({ step, did: 'DONE' as const, onDay })

describe('a step of the journey', () => {
  test('waits for the person’s yes, which may be taken back until they have left', () => {
    expect(stepErrors(journey('ASK'), done('FITNESS', '2014-06-01'), 7)).toEqual({ did: 'no-yes' })
    expect(stepErrors(journey('NO'), done('TICKET', '2014-06-01'), 7)).toEqual({ did: 'no-yes' })
    expect(stepErrors(journey('YES'), done('TICKET', '2014-06-01'), 7)).toEqual({})
    expect(isStopped(journey('NO', before))).toBe(true)
    expect(isStopped(journey('NO', { ...before, DEPARTURE: '2014-06-04' }))).toBe(false)
  })

  test('is offered only where some answer goes through', () => {
    const open = (answer: Answer, done: Parameters<typeof journey>[1] = {}) =>
      STEPS.filter((step) => step !== 'CONSENT' && mayNote(journey(answer, done), step, '2014-06-10'))
    const formalities = ['FITNESS', 'TRAVEL_DOC', 'EXIT_PAPER', 'TICKET']
    // Without a yes a formality may be said to be unnecessary; nobody departs, arrives or is reached.
    expect(open('ASK')).toEqual(formalities)
    expect(open('YES')).toEqual(formalities)
    expect(open('YES', before)).toEqual([...formalities, 'DEPARTURE'])
    const left = { ...before, DEPARTURE: '2014-06-04' }
    expect(open('YES', left)).toContain('ARRIVAL')
    expect(open('YES', left)).not.toContain('CONTACT_7')
  })

  test('says where somebody is now', () => {
    const to = { kind: 'TO_RETURN' } as const
    expect(whereNow({ kind: 'HOME' }, journey('ASK'))).toBe('HOME')
    expect(whereNow(to, journey('ASK'))).toBe('TO_RETURN')
    expect(whereNow(to, journey('NO', before))).toBe('STAYS')
    const left = { ...before, DEPARTURE: '2014-06-04' }
    expect(whereNow(to, journey('NO', left))).toBe('ON_WAY')
    expect(whereNow(to, journey('YES', { ...left, ARRIVAL: '2014-06-05' }))).toBe('ARRIVED')
  })

  test('comes in its order: nobody leaves before the formalities, arrives before leaving or is reached before the seventh day', () => {
    expect(stepErrors(journey('YES'), done('DEPARTURE', '2014-06-04'), 7)).toEqual({ did: 'steps-open' })
    expect(stepErrors(journey('YES', before), done('DEPARTURE', '2014-06-04'), 7)).toEqual({})
    expect(stepErrors(journey('YES', before), done('ARRIVAL', '2014-06-04'), 7)).toEqual({ did: 'not-left' })
    const left = journey('NO', { ...before, DEPARTURE: '2014-06-04' })
    expect(stepErrors(left, done('ARRIVAL', '2014-06-03'), 7)).toEqual({ onDay: 'before-departure' })
    expect(stepErrors(left, done('CONTACT_7', '2014-06-30'), 7)).toEqual({ did: 'not-arrived' })
    const come = journey('YES', { ...before, DEPARTURE: '2014-06-04', ARRIVAL: '2014-06-05' })
    expect(stepErrors(come, done('CONTACT_7', '2014-06-11'), 7)).toEqual({ onDay: 'too-soon' })
    expect(stepErrors(come, done('CONTACT_7', '2014-06-12'), 7)).toEqual({})
  })

  test('is taken back only while nothing rests on it, and some are never left out', () => {
    const left = journey('YES', { ...before, DEPARTURE: '2014-06-04' })
    const undo = { did: 'TODO', onDay: '' } as const
    expect(stepErrors(left, { step: 'TICKET', ...undo }, 7)).toEqual({ did: 'later-done' })
    expect(stepErrors(left, { step: 'DEPARTURE', ...undo }, 7)).toEqual({})
    expect(stepErrors(left, { step: 'ARRIVAL', did: 'NOT_NEEDED', onDay: '' }, 7)).toEqual({
      did: 'always-needed',
    })
    expect(stepErrors(left, { step: 'ESCORT', did: 'DONE', onDay: '2014-06-04' }, 7)).toEqual({
      did: 'not-a-step',
    })
  })
})
