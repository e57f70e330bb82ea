import { describe, expect, test } from 'vitest'
import { isCode, offersService, unitOf } from '@/lib/base/codes/codes'
import type { ListName } from '@/lib/base/codes/lists'
import { textWarnings } from '@/lib/base/text/look'
import { parseCode } from '@/lib/casework/numbers/case-code'
import { historyFault } from '@/lib/casework/referrals/machine/events'
import { reasonFits } from '@/lib/casework/referrals/machine/reasons'
import { isReferralVerb } from '@/lib/casework/referrals/machine/transitions'
import { cover } from '@/lib/casework/referrals/sharing/cover'
import { refusedTicks } from '@/lib/casework/referrals/sharing/need-to-know'
import { isMinor } from './answers'
import { planDemo } from './plan-demo'
import { breaking, each, sentAt } from './reading'
import type { Consent } from './records'

const demo = planDemo()
const byId = new Map(demo.users.map((user) => [user.id, user]))
const role = (id: string | null) => byId.get(id ?? '')
const referrals = () => each(demo, (file) => file.referrals)

describe('every record is sound', () => {
  test('ids and codes are unique, codes carry a valid check character', () => {
    const codes = demo.files.map(({ case: file }) => file.code)
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
    expect(breaking(codes, (code) => parseCode(code) === code)).toEqual([])
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
    expect(wrong).toEqual([])
  })

  test('assistance is counted in the service’s own unit, between opening and the demo’s day', () => {
    const wrong = breaking(
      each(demo, ({ assistance }) => assistance),
      ([{ case: file }, { service, unit, quantity, on }]) =>
        unit === unitOf(service) &&
        Number.isInteger(quantity) &&
        quantity >= 1 &&
        on >= file.openedAt.slice(0, 10) &&
        on <= '2014-06-30',
    )
    expect(wrong.map(([, row]) => row)).toEqual([])
  })

  test('a case is closed after all that happened in it, with a reason', () => {
    const closed = demo.files.filter(({ case: file }) => file.state === 'CLOSED')
    const wrong = breaking(closed, ({ case: { closedAt = '', closureReason, openedAt }, referrals: own }) => {
      const events = own.flatMap((referral) => referral.events.map(({ at }) => at))
      return closureReason && closedAt < demo.now && [openedAt, ...events].every((at) => at < closedAt)
    })
    expect(wrong.map(({ case: file }) => file.code)).toEqual([])
  })

  test('a case is led by a caseworker of its office; an S4 case names one of its supervisors', () => {
    const wrong = breaking(demo.files, ({ case: file }) => {
      const lead = role(file.leadId)
      return (
        ['SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER'].includes(lead?.role ?? '') &&
        lead?.offices.includes(file.officeId) &&
        !file.memberIds.includes(file.leadId) &&
        file.namedSupervisorIds.length > 0 === (file.sensitivity === 'S4') &&
        file.namedSupervisorIds.every((id) => role(id)?.offices.includes(file.officeId))
      )
    })
    expect(wrong.map(({ case: file }) => file.code)).toEqual([])
  })
})

describe('every referral could have happened', () => {
  test('events follow the lifecycle and the clock, with reasons from the lists', () => {
    const wrong = breaking(referrals(), ([, { events, state }]) => {
      const dated = events.map((event) => ({ ...event, at: new Date(event.at) }))
      const last = events.at(-1)
      return (
        historyFault(dated) === null &&
        last?.to === state &&
        last.at <= demo.now &&
        events.every(({ verb, by, reason }) => !isReferralVerb(verb) || reasonFits(verb, by, reason))
      )
    })
    expect(wrong.map(([, row]) => row)).toEqual([])
  })

  test('nobody approves their own work, restricted cases are approved by who is named', () => {
    const decisions = referrals().flatMap(([{ case: file }, { events, authorId }]) =>
      events.filter(({ by }) => by === 'supervisor').map(({ actorId }) => ({ file, authorId, actorId })),
    )
    const wrong = breaking(
      decisions,
      ({ file, authorId, actorId }) =>
        actorId !== authorId &&
        role(actorId)?.offices.includes(file.officeId) &&
        (file.sensitivity === 'S3' || file.namedSupervisorIds.some((id) => id === actorId)),
    )
    expect(decisions.length).toBeGreaterThan(500)
    expect(wrong.map(({ file }) => file.code)).toEqual([])
  })

  test('a partner’s answer comes from its own focal point, or is written down by staff', () => {
    const answers = referrals().flatMap(([, { events, partner }]) =>
      events.map((event) => ({ ...event, partner })),
    )
    const wrong = breaking(
      answers,
      ({ by, actorId, channel, partner }) =>
        (role(actorId)?.partner === partner) === (by === 'partner') &&
        (channel === 'APP') === (by !== 'recorded'),
    )
    expect(wrong).toEqual([])
  })

  test('what leaves is covered by consent at that moment, and only what the service needs to know', () => {
    const row = (consent: Consent) => ({
      ...consent,
      recordedBy: consent.recordedById,
      needsReview: null,
      confirmation: consent.confirmed && {
        by: consent.confirmed.byId,
        role: 'SUPERVISOR',
        says: 'YES' as const,
        at: new Date(consent.confirmed.at),
      },
      givenAt: new Date(consent.givenAt),
      expiresOn: consent.expiresOn ?? null,
      withdrawnAt: null,
      status: consent.status === 'WITHDRAWN' ? ('GIVEN' as const) : consent.status,
    })
    for (const [{ case: file, consents }, referral] of referrals()) {
      const { partner, service, facts } = referral
      const at = sentAt(referral)
      const own = consents.find(({ id }) => id === referral.consentId)
      const isChild = isMinor(file.person, (own?.givenAt ?? '').slice(0, 10))
      const context = { partner, isChild, wishes: [], askedByPerson: true, stopped: [] }
      expect(refusedTicks(service, facts, context), `${file.code} ${service}`).toEqual([])
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
    const texts = demo.files.flatMap(({ case: file, referrals: own, notes }) =>
      [...own.map(({ needText }) => needText), ...notes.map((note) => note.text)].map((text) => ({
        file,
        text,
      })),
    )
    const wrong = breaking(
      texts,
      ({ file, text }) => textWarnings(text).length === 0 && !text.includes(file.person.family),
    )
    expect(wrong.map(({ text }) => text)).toEqual([])
  })
})
