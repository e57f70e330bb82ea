import { describe, expect, test } from 'vitest'
import { openCalendar } from './calendar'
import { alertClocks, caseClocks, readClocks, referralClocks } from './clocks'
import { MALI_OFFICE } from './office'
import { overrideRules, rulesByRating } from './override'
import { byPressure, pressing } from './pressing'
import { ALERT_RULES, CASE_RULES, REFERRAL_RULES } from './rules'
import type { Clock, ClockEvent } from './types'

const office = openCalendar(MALI_OFFICE)
/** Day and time of June 2014. */
const june = (day: number, time = '08:00') => new Date(`2014-06-${String(day).padStart(2, '0')}T${time}:00Z`)
const on = (day: number, verb: string, passage = ''): ClockEvent => {
  const [from, to] = passage.split('>')
  return { verb, at: june(day), from: from || null, to: to || null }
}
const states = (clocks: readonly Clock[]) => clocks.map(({ kind, state }) => `${kind} ${state}`)

const SENT = [
  on(2, 'submit', 'DRAFT>PENDING_APPROVAL'),
  on(2, 'approve', 'PENDING_APPROVAL>APPROVED'),
  on(2, 'send', 'APPROVED>SENT'),
]

describe('a referral', () => {
  const read = (events: ClockEvent[], now: Date) => referralClocks(events, REFERRAL_RULES.NORMAL, office, now)

  test('waits for its approval from the moment it is submitted', () => {
    const [approval] = read(SENT.slice(0, 1), june(2, '20:00'))
    expect(approval).toMatchObject({ kind: 'approve', state: 'running', due: june(3) })
  })

  test('is returned and submitted again with a new approval clock', () => {
    const events = [
      SENT[0],
      on(3, 'return', 'PENDING_APPROVAL>RETURNED'),
      on(5, 'submit', 'RETURNED>PENDING_APPROVAL'),
    ]
    const clocks = read(
      events.filter((event) => event !== undefined),
      june(5, '09:00'),
    )
    expect(states(clocks)).toEqual(['approve met', 'approve running'])
  })

  test('whose approval is taken back waits on as if it had never been given', () => {
    const undone = { ...on(2, 'undo', 'APPROVED>PENDING_APPROVAL'), at: june(2, '08:01') }
    const [approval] = read([...SENT.slice(0, 2), undone], june(2, '10:00'))
    expect(approval).toMatchObject({ state: 'running', startedAt: june(2), used: 2 * 3_600_000 })
  })

  test('decided without the button counts as received', () => {
    const clocks = read([...SENT, on(3, 'decline', 'SENT>DECLINED')], june(20))
    expect(states(clocks)).toEqual(['approve met', 'acknowledge met', 'decide met'])
    expect(pressing(clocks)).toBeNull()
  })

  test('without any answer is late to receive, then late to decide', () => {
    expect(states(read(SENT, june(5)))).toEqual(['approve met', 'acknowledge breached', 'decide running'])
    expect(states(read(SENT, june(30)))).toEqual(['approve met', 'acknowledge breached', 'decide breached'])
    expect(pressing(read(SENT, june(30)))?.kind).toBe('acknowledge')
  })

  test('runs through service and check with the person', () => {
    const events = [
      ...SENT,
      on(3, 'accept', 'SENT>ACCEPTED'),
      on(4, 'begin', 'ACCEPTED>IN_PROGRESS'),
      on(10, 'complete', 'IN_PROGRESS>COMPLETED'),
    ]
    const clocks = read(events, june(11))
    expect(states(clocks).slice(3)).toEqual(['feedback met', 'verify running'])
    expect(pressing(clocks)).toMatchObject({ kind: 'verify', due: june(24) })
    expect(states(read([...events, on(12, 'verify', 'COMPLETED>VERIFIED')], june(30))).at(-1)).toBe(
      'verify met',
    )
  })

  test('not accessed ends the wait for feedback', () => {
    const events = [
      ...SENT,
      on(3, 'accept', 'SENT>ACCEPTED'),
      on(9, 'report-not-accessed', 'ACCEPTED>NOT_ACCESSED'),
    ]
    expect(states(read(events, june(30))).slice(-2)).toEqual(['feedback met', 'follow-on breached'])
  })

  test('a service the person did not confirm runs two clocks: ours for what follows, the partner’s for its word', () => {
    const contested = [
      ...SENT,
      on(3, 'accept', 'SENT>ACCEPTED'),
      on(9, 'complete', 'ACCEPTED>COMPLETED'),
      on(12, 'contest', 'COMPLETED>CONTESTED'),
    ]
    expect(states(read(contested, june(12))).slice(-3)).toEqual([
      'follow-on running',
      'explain running',
      'verify met',
    ])
    const again = [...contested, on(13, 'complete', 'CONTESTED>COMPLETED')]
    expect(states(read(again, june(13))).slice(-4)).toEqual([
      'follow-on met',
      'explain met',
      'verify met',
      'verify running',
    ])
  })

  test('a new date ends what followed and starts the service again', () => {
    const rebooked = [
      ...SENT,
      on(3, 'accept', 'SENT>ACCEPTED'),
      on(9, 'report-not-accessed', 'ACCEPTED>NOT_ACCESSED'),
      on(10, 'rebook', 'NOT_ACCESSED>ACCEPTED'),
    ]
    expect(states(read(rebooked, june(10))).slice(-3)).toEqual([
      'feedback met',
      'feedback running',
      'follow-on met',
    ])
  })

  test('stopped by the person is neither met nor late', () => {
    const events = [...SENT, on(3, 'withdraw-consent', 'SENT>CONSENT_WITHDRAWN')]
    expect(states(read(events, june(30)))).toEqual(['approve met', 'acknowledge stopped', 'decide stopped'])
  })

  test('sent as an emergency must be reviewed within four hours, even when cancelled', () => {
    const events = [on(2, 'send-emergency', 'DRAFT>SENT'), on(2, 'cancel', 'SENT>CANCELLED')]
    const clocks = referralClocks(events, REFERRAL_RULES.EMERGENCY, office, june(2, '11:00'))
    expect(pressing(clocks)).toMatchObject({ kind: 'review', state: 'running', due: june(2, '12:00') })
    const reviewed = [...events, { verb: 'review', at: june(2, '11:30') }]
    expect(pressing(referralClocks(reviewed, REFERRAL_RULES.EMERGENCY, office, june(3)))).toBeNull()
  })
})

describe('an alert', () => {
  test.each(['CASE_OPENED', 'LINKED', 'NO_ACTION'])('is triaged when it becomes %s', (state) => {
    const events = [on(2, 'raise', '>NEW'), on(3, 'triage', `NEW>${state}`)]
    expect(states(alertClocks(events, ALERT_RULES.URGENT, office, june(9)))).toEqual(['triage met'])
  })

  test('in danger is due within four hours', () => {
    const [triage] = alertClocks([on(2, 'raise', '>NEW')], ALERT_RULES.EMERGENCY, office, june(2, '09:00'))
    expect(triage).toMatchObject({ due: june(2, '12:00'), state: 'running' })
  })
})

describe('a case', () => {
  const open = on(2, 'open', 'DRAFT>OPEN')
  const read = (events: ClockEvent[], now: Date) => caseClocks(events, CASE_RULES.HIGH, office, now)
  const of = (clocks: readonly Clock[], kind: string) => clocks.filter((clock) => clock.kind === kind)

  test('of high risk asks for the first action within a day', () => {
    expect(pressing(read([open], june(2, '09:00')))).toMatchObject({ kind: 'first-action', due: june(3) })
  })

  test('is followed up every seven days, each time anew', () => {
    const clocks = of(read([open, on(5, 'follow-up'), on(13, 'follow-up')], june(14)), 'follow-up')
    expect(states(clocks)).toEqual(['follow-up met', 'follow-up breached', 'follow-up running'])
    expect(clocks.at(-1)?.due).toEqual(june(20))
  })

  test('on hold waits with its plan and its follow-up, not with supervision', () => {
    const clocks = read([open, on(3, 'hold', 'OPEN>ON_HOLD')], june(4))
    expect(of(clocks, 'plan')[0]?.state).toBe('paused')
    expect(of(clocks, 'follow-up')[0]?.state).toBe('paused')
    expect(of(clocks, 'supervise')[0]?.state).toBe('running')
  })

  test('closed waits for nothing, reopened it starts again', () => {
    const closed = [open, on(3, 'close', 'PENDING_CLOSURE>CLOSED')]
    expect(pressing(read(closed, june(4)))).toBeNull()
    const reopened = read([...closed, on(10, 'reopen', 'CLOSED>OPEN')], june(11))
    expect(of(reopened, 'assess').at(-1)).toMatchObject({ state: 'running', startedAt: june(10) })
  })

  test('rated higher is due sooner at once, with the time used still counted', () => {
    const rules = rulesByRating(CASE_RULES, [
      { row: 'LOW', at: june(3) },
      { row: 'HIGH', at: june(8) },
    ])
    const events = [open, on(8, 'rate-risk')]
    const plan = of(caseClocks(events, rules, office, june(8)), 'plan')[0]
    expect(plan).toMatchObject({ due: june(9), state: 'running' })
    expect(plan?.steps.at(-1)?.key).toBe('clocks.step.rebased')
  })
})

test('an office may set its own limits', () => {
  const rules = overrideRules(REFERRAL_RULES, [
    { row: 'NORMAL', kind: 'decide', limit: 2, unit: 'WORKING_DAYS' },
  ])
  const [, , decision] = referralClocks(SENT, rules.NORMAL, office, june(2))
  expect(decision).toMatchObject({ kind: 'decide', due: june(4) })
  expect(REFERRAL_RULES.NORMAL.decide.limit).toBe(168)
})

test('staying in a state is not entering it', () => {
  const wiring = { task: { starts: ['start'], meets: [], ends: ['CLOSED'] } }
  const rules = { task: REFERRAL_RULES.NORMAL.decide }
  const events = [on(2, 'start'), on(3, 'edit', 'CLOSED>CLOSED')]
  expect(states(readClocks(['task'], wiring, { events, rules, calendar: office, now: june(4) }))).toEqual([
    'task running',
  ])
})

describe('a list of clocks', () => {
  const asked = (day: number, ...more: ClockEvent[]) => [
    ...SENT,
    on(day, 'ask', 'SENT>INFO_REQUESTED'),
    ...more,
  ]
  const decision = (events: ClockEvent[]) =>
    referralClocks(events, REFERRAL_RULES.NORMAL, office, june(8)).filter(({ kind }) => kind === 'decide')

  test('puts the late first, then the next due, then the paused with the least left', () => {
    const late = decision(SENT.map((event) => ({ ...event, at: new Date(Date.UTC(2014, 4, 1)) })))
    const running = decision(SENT)
    const list = [...decision(asked(3)), ...decision(asked(5)), ...running, ...late]
    expect(
      list.toSorted(byPressure).map(({ state, used }) => [state, Math.floor(used / 86_400_000)]),
    ).toEqual([
      ['breached', 38],
      ['running', 6],
      ['paused', 3],
      ['paused', 1],
    ])
  })

  test('takes events of one instant by their number, not by the order given', () => {
    const answered = { ...on(3, 'answer', 'INFO_REQUESTED>ACKNOWLEDGED'), seq: 2 }
    const question = { ...on(3, 'ask', 'SENT>INFO_REQUESTED'), seq: 1 }
    expect(decision([...SENT, answered, question])[0]?.state).toBe('running')
    expect(decision([...SENT, question, answered])[0]?.state).toBe('running')
  })
})
