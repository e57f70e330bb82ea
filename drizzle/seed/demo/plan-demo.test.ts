import { beforeAll, describe, expect, test } from 'vitest'
import { parseCode } from '@/lib/cases/code'
import { isCode, offersService, unitOf } from '@/lib/codes/codes'
import type { ListName } from '@/lib/codes/lists'
import { cover } from '@/lib/referrals/cover'
import { historyFault } from '@/lib/referrals/events'
import { textWarnings } from '@/lib/referrals/free-text'
import { refusedTicks } from '@/lib/referrals/need-to-know'
import { reasonFits } from '@/lib/referrals/reasons'
import { STATES } from '@/lib/referrals/states'
import { isReferralVerb } from '@/lib/referrals/transitions'
import pilot from '../reference/pilot-figures.json'
import { planDemo } from './plan-demo'
import type { CaseFile, Consent, Demo, Referral } from './records'

let demo: Demo
beforeAll(() => {
  demo = planDemo()
})

const FIVE = ['UNICEF', 'SAVE', 'ICRC', 'ACTED', 'NRC']
const figure = (id: string) => pilot.figures.find((row) => row.id === id)?.value
const each = <T>(read: (file: CaseFile) => T[]): [CaseFile, T][] =>
  demo.files.flatMap((file) => read(file).map((item): [CaseFile, T] => [file, item]))
const referrals = () => each((file) => file.referrals)
const role = (id: string | null) => demo.users.find((user) => user.id === id)
const sentAt = (referral: Referral) => referral.events.find(({ verb }) => verb.startsWith('send'))?.at

describe('the pilot quarter', () => {
  const firstDay = (file: CaseFile) => file.assistance.map(({ on }) => on).sort()[0] ?? '9999'
  const counted = (from: string, to: string) =>
    demo.files.filter(
      (file) =>
        file.consents.some(({ purpose, status }) => purpose === 'STATS' && status === 'GIVEN') &&
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

  test('three alerts are new', () => {
    expect(demo.alerts.filter(({ state }) => state === 'NEW')).toHaveLength(3)
  })

  test('no caseworker carries an absurd load', () => {
    const open = demo.files.filter(({ case: file }) => file.state === 'OPEN')
    for (const { id, name } of demo.users)
      expect(open.filter(({ case: file }) => file.leadId === id).length, name).toBeLessThanOrEqual(40)
  })
})

describe('every record is sound', () => {
  test('ids and codes are unique, codes carry a valid check character', () => {
    const codes = demo.files.map(({ case: file }) => file.code)
    for (const code of codes) expect(parseCode(code)).toBe(code)
    const ids = [
      ...demo.users,
      ...demo.directory,
      ...demo.alerts,
      ...demo.files.flatMap(({ case: file, consents, assistance, referrals: own, notes }) => [
        file,
        file.person,
        ...file.person.household,
        ...consents,
        ...assistance,
        ...own,
        ...own.flatMap(({ messages }) => messages),
        ...notes,
      ]),
    ].map(({ id }) => id)
    expect(new Set(codes).size).toBe(codes.length)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('every code stands in its list', () => {
    const wrong: string[] = []
    const check = (list: ListName, ...values: (string | null | undefined)[]) => {
      for (const value of values) if (value && !isCode(list, value)) wrong.push(`${list} ${value}`)
    }
    for (const { case: file, consents, assistance, referrals: own } of demo.files) {
      const { person } = file
      check('case_status', file.state)
      check('identification_source', file.source)
      check('closure_reason', file.closureReason)
      check('fmp', file.flowPoint)
      check('admin2_2014', file.cercle, person.cercle, person.originCercle)
      check('displacement_status', person.displacementStatus)
      check('document_status', person.documentStatus)
      check('household_role', person.householdRole, ...person.household.map((one) => one.role))
      check('language', ...person.languages, ...consents.map(({ language }) => language))
      check('nationality', person.nationality)
      check('specific_need', ...person.specificNeeds)
      check('protection_concern', ...person.concerns)
      check('safe_contact', person.safeContact.mode)
      check('consent_purpose', ...consents.map(({ purpose }) => purpose))
      check('service_type', ...assistance.map(({ service }) => service), ...own.map(({ service }) => service))
      check('donor', ...assistance.map(({ donor }) => donor))
      check('referral_status', ...own.map(({ state }) => state))
    }
    for (const alert of demo.alerts) {
      check('visible_vulnerability', ...alert.vulnerabilities)
      check('no_action_reason', alert.reason)
    }
    expect(wrong).toEqual([])
  })

  test('assistance is counted in the service’s own unit, between opening and the demo’s day', () => {
    for (const [{ case: file }, { service, unit, quantity, on }] of each(({ assistance }) => assistance)) {
      expect(unit).toBe(unitOf(service))
      expect(Number.isInteger(quantity) && quantity >= 1, `${service} ${quantity}`).toBe(true)
      expect(on >= file.openedAt.slice(0, 10) && on <= '2014-06-30', `${file.code} ${on}`).toBe(true)
    }
  })

  test('a case is closed after all that happened in it, with a reason', () => {
    for (const { case: file, referrals: own } of demo.files) {
      if (file.state !== 'CLOSED') continue
      expect(file.closureReason && file.closedAt).toBeTruthy()
      const last =
        own
          .flatMap(({ events }) => events.map(({ at }) => at))
          .sort()
          .at(-1) ?? file.openedAt
      expect((file.closedAt ?? '') > last && (file.closedAt ?? '') < demo.now, file.code).toBe(true)
    }
  })

  test('a case is led by a caseworker of its office; an S4 case names one of its supervisors', () => {
    for (const { case: file } of demo.files) {
      const lead = role(file.leadId)
      expect(['SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER']).toContain(lead?.role)
      expect(lead?.offices).toContain(file.officeId)
      expect(file.memberIds).not.toContain(file.leadId)
      expect(file.namedSupervisorIds.length > 0).toBe(file.sensitivity === 'S4')
      for (const id of file.namedSupervisorIds) expect(role(id)?.offices).toContain(file.officeId)
    }
  })
})

describe('every referral could have happened', () => {
  test('events follow the lifecycle and the clock, with reasons from the lists', () => {
    for (const [, { events, state }] of referrals()) {
      const dated = events.map((event) => ({ ...event, at: new Date(event.at) }))
      expect(historyFault(dated)).toBeNull()
      expect(events.at(-1)?.to).toBe(state)
      expect((events.at(-1)?.at ?? '') <= demo.now).toBe(true)
      for (const { verb, by, reason } of events)
        if (isReferralVerb(verb)) expect(reasonFits(verb, by, reason), `${verb} ${reason}`).toBe(true)
    }
  })

  test('nobody approves their own work, restricted cases are approved by who is named', () => {
    for (const [{ case: file }, { events, authorId }] of referrals())
      for (const { by, actorId } of events) {
        if (by !== 'supervisor') continue
        expect(actorId).not.toBe(authorId)
        expect(role(actorId)?.offices).toContain(file.officeId)
        if (file.sensitivity === 'S4') expect(file.namedSupervisorIds).toContain(actorId)
      }
  })

  test('a partner’s answer comes from its own focal point, or is written down by staff', () => {
    for (const [, { events, partner }] of referrals())
      for (const { by, actorId, channel } of events) {
        expect(role(actorId)?.partner === partner).toBe(by === 'partner')
        expect(channel === 'APP').toBe(by !== 'recorded')
      }
  })

  test('what leaves is covered by consent at that moment, and only what the service needs to know', () => {
    const row = (consent: Consent) => ({
      ...consent,
      recordedBy: consent.recordedById,
      secondPerson: null,
      givenAt: new Date(consent.givenAt),
      expiresOn: consent.expiresOn ?? null,
      withdrawnAt: null,
      status: consent.status === 'WITHDRAWN' ? ('GIVEN' as const) : consent.status,
    })
    for (const [{ case: file, consents }, referral] of referrals()) {
      const { partner, service, facts } = referral
      const at = sentAt(referral)
      const adult = { partner, isChild: true, wishes: [], askedByPerson: true }
      expect(refusedTicks(service, facts, adult), `${file.code} ${service}`).toEqual([])
      if (at)
        expect(
          cover(consents.map(row), { partner, service, facts, on: new Date(at) }),
          file.code,
        ).toMatchObject({ ok: true })
    }
  })

  test('it goes to a partner with an agreement, a mandate and a place in the directory', () => {
    for (const [{ case: file }, { partner, service }] of referrals()) {
      expect(offersService(partner, service), `${partner} ${service}`).toBe(true)
      expect(demo.partners.find(({ code }) => code === partner)?.agreementFrom).toBeTruthy()
      const listed = demo.directory.some(
        (e) => e.partner === partner && e.service === service && e.officeId === file.officeId,
      )
      expect(listed, `${partner} ${service} ${file.officeId}`).toBe(true)
    }
  })

  test('free text warns of nothing and never holds the person’s name', () => {
    for (const { case: file, referrals: own, notes } of demo.files)
      for (const text of [...own.map(({ needText }) => needText), ...notes.map((note) => note.text)]) {
        expect(textWarnings(text), text).toEqual([])
        expect(text).not.toContain(file.person.family)
      }
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
    for (const { case: file } of demo.files)
      if (file.person.phone) expect(file.person.phone).toMatch(/^\+223 00 \d\d \d\d \d\d$/)
  })

  test('each cercle belongs to one office', () => {
    const all = demo.offices.flatMap(({ cercles }) => cercles)
    expect(new Set(all).size).toBe(50)
    expect(all).toHaveLength(50)
  })

  test('the directory has one paused entry and one that nobody has checked for ninety days', () => {
    expect(demo.directory.filter(({ state }) => state === 'PAUSED')).toHaveLength(1)
    expect(demo.directory.filter(({ verifiedOn }) => verifiedOn < '2014-04-01')).toHaveLength(1)
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
    for (const [, { purpose, partner, status, withdrawnAt, givenAt }] of each(({ consents }) => consents)) {
      if (['REFERRAL', 'TRACING', 'TRANSFER'].includes(purpose)) expect(partner).toBeTruthy()
      expect(status === 'WITHDRAWN').toBe(withdrawnAt !== undefined)
      expect(givenAt <= (withdrawnAt ?? demo.now)).toBe(true)
    }
  })

  test('planning again gives the same demo', () => {
    expect(JSON.stringify(planDemo()) === JSON.stringify(demo)).toBe(true)
  })
})
