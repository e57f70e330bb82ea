import { describe, expect, test } from 'vitest'
import { STATES } from '@/lib/casework/referrals/machine/states'
import { isToVerify } from '@/lib/casework/services/capacity'
import pilot from '../reference/pilot-figures.json'
import { planDemo } from './plan-demo'
import { breaking, each, sentAt } from './reading'
import type { CaseFile } from './records'

const demo = planDemo()
const FIVE = ['UNICEF', 'SAVE', 'ICRC', 'ACTED', 'NRC']
const figure = (id: string) => pilot.figures.find((row) => row.id === id)?.value
const referrals = () => each(demo, (file) => file.referrals)

describe('the pilot quarter', () => {
  const firstDay = (file: CaseFile) => file.assistance.map(({ on }) => on).sort()[0] ?? '9999'
  const counted = (from: string, to: string) =>
    demo.files.filter(
      (file) =>
        file.consents.some(
          ({ purpose, status }) => purpose === 'STATS' && (status === 'GIVEN' || status === 'ASSENT'),
        ) &&
        firstDay(file) >= from &&
        firstDay(file) <= to,
    )

  test('572 people are newly assisted from April to June 2014', () => {
    expect(counted('2014-04-01', '2014-06-30')).toHaveLength(572)
    expect(figure('newly_assisted')).toBe(572)
  })

  test('3,957 came before and 4,529 in all since April 2013', () => {
    expect(counted('2013-04-01', '2014-03-31')).toHaveLength(3957)
    expect(counted('0000', '9000')).toHaveLength(4529)
    expect(figure('assisted_before')).toBe(3957)
    expect(figure('cumulative')).toBe(4529)
  })

  test('78 of the 572 are referred to one of the five agencies, and nobody else is in the quarter', () => {
    const inQuarter = ({ referrals: own }: CaseFile) =>
      own.some((referral) => FIVE.includes(referral.partner) && (sentAt(referral) ?? '') >= '2014-04-01')
    expect(counted('2014-04-01', '2014-06-30').filter(inQuarter)).toHaveLength(78)
    expect(demo.files.filter(inQuarter)).toHaveLength(78)
    expect(figure('referred')).toBe(78)
  })

  test('whoever waits for approval towards the five has been referred before, so approving changes no count', () => {
    const waiting = referrals().filter(
      ([, { state, partner }]) => state === 'PENDING_APPROVAL' && FIVE.includes(partner),
    )
    for (const [file] of waiting)
      expect(file.referrals.some((own) => FIVE.includes(own.partner) && sentAt(own))).toBe(true)
  })

  test('about eight in a hundred more did not agree to statistics', () => {
    const assisted = demo.files.filter(({ assistance }) => assistance.length > 0).length
    expect(assisted / 4529).toBeGreaterThan(1.07)
    expect(assisted / 4529).toBeLessThan(1.09)
  })
})

describe('open work on the morning of 30 June 2014', () => {
  const pairs = [
    ['BKO', 'MOP'],
    ['TBT', 'GAO'],
  ]
  const at = (offices: string[]) =>
    referrals().filter(([{ case: file }]) => file.sensitivity === 'S3' && offices.includes(file.officeId))

  test.each(pairs)(
    'the supervisors of %s and %s have eight items or more, two late, one emergency to review',
    (...own) => {
      const waiting = at(own).filter(([, { state }]) => state === 'PENDING_APPROVAL')
      const late = waiting.filter(([, { events }]) => (events.at(-1)?.at ?? '') < '2014-06-28')
      const review = at(own).filter(
        ([, { events }]) =>
          events.some(({ verb }) => verb === 'send-emergency') &&
          !events.some(({ verb }) => verb === 'review'),
      )
      const alerts = demo.alerts.filter(({ state, officeId }) => state === 'NEW' && own.includes(officeId))
      expect(waiting.length + review.length + alerts.length).toBeGreaterThanOrEqual(8)
      expect(late).toHaveLength(2)
      expect(review).toHaveLength(1)
    },
  )

  test.each(FIVE)('%s has four referrals or more that wait for it', (partner) => {
    const own = referrals().filter(([, r]) => r.partner === partner && STATES[r.state].turn === 'them')
    expect(own.length).toBeGreaterThanOrEqual(4)
  })

  test('two requests of low risk to one agency for one service wait for one supervisor', () => {
    const together = at(['TBT', 'GAO']).filter(
      ([{ case: file }, { state, priority, partner, service }]) =>
        [state, priority, partner, service, file.risk].join(' ') ===
        'PENDING_APPROVAL NORMAL ACTED NFI_KIT LOW',
    )
    expect(together).toHaveLength(2)
    // A small child on its own is never of low risk.
    for (const [{ case: file }] of together)
      expect(Number(file.openedAt.slice(0, 4)) - file.person.birthYear).toBeGreaterThanOrEqual(18)
  })

  test('UNICEF has two focal points, and what one of them answered was answered by the first', () => {
    const theirs = demo.users.filter(({ partner }) => partner === 'UNICEF')
    expect(theirs).toHaveLength(2)
    const answered = referrals().filter(([, { partner }]) => partner === 'UNICEF')
    // What the agency said by telephone a colleague of ours wrote down.
    const by = answered.flatMap(([, { events }]) =>
      events.flatMap(({ verb, actorId }) =>
        verb === 'acknowledge' && theirs.some(({ id }) => id === actorId) ? [actorId] : [],
      ),
    )
    expect([...new Set(by)]).toEqual([theirs[0]?.id])
  })

  test('three alerts are new', () => {
    expect(demo.alerts.filter(({ state }) => state === 'NEW')).toHaveLength(3)
  })

  test('no caseworker carries an absurd load', () => {
    const open = demo.files.filter(({ case: file }) => file.state === 'OPEN')
    for (const { id, name } of demo.users)
      expect(open.filter(({ case: file }) => file.leadId === id).length, name).toBeLessThanOrEqual(40)
  })
})

describe('people and places around the cases', () => {
  test('three disciplines and two supervisors serve each of the four offices', () => {
    for (const { id } of demo.offices) {
      const here = (wanted: string) => demo.users.filter((u) => u.role === wanted && u.offices.includes(id))
      for (const discipline of ['SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER'])
        expect(here(discipline)).not.toEqual([])
      expect(here('SUPERVISOR')).toHaveLength(2)
    }
    for (const wanted of ['IM', 'ADMIN', 'DPO', 'DONOR_VIEW', 'DTM_ENUM'])
      expect(demo.users.some((user) => user.role === wanted)).toBe(true)
  })

  test('every address is an example, every telephone number impossible', () => {
    const addresses = demo.users.map(({ email }) => email)
    for (const email of addresses) expect(email).toMatch(/^[a-z.]+@[a-z]+\.example$/)
    expect(new Set(addresses).size).toBe(addresses.length)
    const phones = demo.files.flatMap(({ case: file }) => file.person.phone ?? [])
    expect(breaking(phones, (phone) => /^\+223 00 \d\d \d\d \d\d$/.test(phone))).toEqual([])
  })

  test('each cercle belongs to one office', () => {
    const all = demo.offices.flatMap(({ cercles }) => cercles)
    expect(new Set(all).size).toBe(50)
    expect(all).toHaveLength(50)
  })

  test('the directory has an entry of each answer, and three that somebody is to verify', () => {
    const states = demo.directory.map(({ state }) => state).filter((state) => state !== 'OPEN')
    expect(states.toSorted()).toEqual(['FULL', 'PAUSED', 'PAUSED', 'WAITING'])
    const asked = demo.directory.filter((entry) =>
      isToVerify({ ...entry, askedOn: null }, new Date(demo.now)),
    )
    expect(asked.map(({ partner }) => partner).toSorted()).toEqual(['MDM', 'UNICEF', 'UNICEF'])
  })

  test('an alert that became a case points at it, and the case back', () => {
    for (const alert of demo.alerts) {
      expect((alert.state === 'CASE_OPENED' || alert.state === 'LINKED') === (alert.caseId !== null)).toBe(
        true,
      )
      const file = demo.files.find(({ case: one }) => one.id === alert.caseId)?.case
      if (file) expect([file.alertId, file.officeId]).toEqual([alert.id, alert.officeId])
    }
  })

  test('consents follow the rules of their kind', () => {
    const wrong = breaking(
      each(demo, ({ consents }) => consents),
      ([, { purpose, partner, status, withdrawnAt, givenAt }]) =>
        (partner || !['REFERRAL', 'TRACING', 'TRANSFER'].includes(purpose)) &&
        (status === 'WITHDRAWN') === (withdrawnAt !== undefined) &&
        givenAt <= (withdrawnAt ?? demo.now),
    )
    expect(wrong.map(([, row]) => row)).toEqual([])
  })

  test('planning again gives the same demo', () => {
    expect(JSON.stringify(planDemo()) === JSON.stringify(demo)).toBe(true)
  })
})

describe('the functions', () => {
  test('give every region one deputy for restricted work, from outside its offices', () => {
    for (const region of new Set(demo.offices.map((office) => office.region))) {
      const own = demo.offices.filter((office) => office.region === region).map(({ id }) => id)
      const deputies = demo.functions.filter(
        (row) => row.function === 'RESTRICTED_DEPUTY' && row.region === region,
      )
      expect(deputies).toHaveLength(1)
      const person = demo.users.find(({ id }) => id === deputies[0]?.personId)
      expect(person?.role).toBe('SUPERVISOR')
      expect(person?.offices.some((id) => own.includes(id))).toBe(false)
    }
  })
})
