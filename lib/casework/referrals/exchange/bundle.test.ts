import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codes } from '@/lib/base/codes/codes'
import { FACT_KEYS, type FactKey } from '@/lib/casework/consents/facts'
import { CONSENT_STATUSES } from '@/lib/casework/consents/states'
import { REFERRAL_STATES } from '../machine/states'
import type { Json } from '../sharing/fact-values'
import { isPlain, type Part, SHAPES } from './fact-shapes'
import { bundleHead, consentResource, requestResource, taskResource } from './profile'
import { against, readBundle } from './read-bundle'
import type { ExchangeRecord } from './record'
import { CONSENT_CODES, REQUEST_STATUSES, TASK_STATUSES, TOLD } from './statuses'
import { bundleOf, bundleText } from './write-bundle'

const part = (of: Part): fc.Arbitrary<Json> => {
  switch (of.kind) {
    case 'code': {
      const lists = typeof of.list === 'string' ? [of.list] : of.list
      return fc.constantFrom(...lists.flatMap((list) => codes(list).map(({ code }) => code)))
    }
    case 'text':
      return fc
        .string({ unit: 'binary', minLength: 1, maxLength: 60 })
        .filter((text) => text.trim() !== '' && isPlain(text))
    case 'day':
      return fc
        .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
        .map((at) => at.toISOString().slice(0, 10))
    case 'number':
      return fc.integer({ min: 0, max: of.max })
    case 'flag':
      return fc.boolean()
  }
}

function fact(key: FactKey): fc.Arbitrary<Json> {
  const shape = SHAPES[key]
  if ('one' in shape) return part(shape.one)
  if ('many' in shape) return fc.array(part(shape.many), { minLength: 1, maxLength: 5 })
  const fields = Object.entries(shape.parts).map(([name, of]) => [name, part(of)] as const)
  const lists = Object.entries(shape.lists ?? {}).map(
    ([name, of]) => [name, fc.array(part(of), { minLength: 1, maxLength: 3 })] as const,
  )
  return fc
    .record(Object.fromEntries([...fields, ...lists]), { requiredKeys: [] })
    .filter((value) => Object.keys(value).length > 0) as fc.Arbitrary<Json>
}

const facts = fc.record(Object.fromEntries(FACT_KEYS.map((key) => [key, fact(key)])), {
  requiredKeys: ['need', 'urgency'],
})
const instant = fc
  .date({ min: new Date('2013-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((at) => at.toISOString())
const record: fc.Arbitrary<ExchangeRecord> = fc.record({
  reference: fc.stringMatching(/^[!-~]{1,40}$/),
  state: fc.constantFrom(...REFERRAL_STATES),
  from: fc.constantFrom('IOM', 'ICRC'),
  // An open request names nobody whom it asks.
  to: fc.constantFrom('UNICEF', 'CSCOM', ''),
  sentAt: instant,
  consent: fc.record({
    status: fc.constantFrom(...CONSENT_STATUSES),
    purpose: fc.constantFrom('REFERRAL' as const, 'TRACING' as const),
    basis: fc.constantFrom('CONSENT', 'VITAL', 'BEST_INTERESTS'),
    givenOn: instant.map((at) => at.slice(0, 10)),
    until: fc.option(instant.map((at) => at.slice(0, 10))),
  }),
  facts,
}) as fc.Arbitrary<ExchangeRecord>

describe('a referral as a bundle', () => {
  it('is read in elsewhere as the same record, whatever it holds', () => {
    fc.assert(
      fc.property(record, (one) => {
        const read = readBundle(bundleText(one))
        expect(read).toEqual({ ok: true, record: one, passedOver: [] })
      }),
      { numRuns: 400 },
    )
  })

  it('says nothing but value sets of FHIR R4, and the form that we read', () => {
    fc.assert(
      fc.property(record, (one) => {
        const bundle = bundleHead.parse(bundleOf(one))
        const [task, request, consent] = bundle.entry.map(({ resource }) => resource)
        expect(TASK_STATUSES).toContain(taskResource.parse(task).status)
        expect(REQUEST_STATUSES).toContain(requestResource.parse(request).status)
        expect(CONSENT_CODES).toContain(consentResource.parse(consent).status)
      }),
      { numRuns: 200 },
    )
  })

  it('holds the facts of its record and no other word', () => {
    fc.assert(
      fc.property(fc.subarray(FACT_KEYS), (ticked) => {
        const all = Object.fromEntries(FACT_KEYS.map((key) => [key, marker(key)]))
        const kept = Object.fromEntries(ticked.map((key) => [key, all[key]]))
        const text = bundleText({ ...plain, facts: kept as ExchangeRecord['facts'] })
        for (const key of FACT_KEYS) expect(text.includes(`§${key}§`), key).toBe(ticked.includes(key))
      }),
    )
  })

  it('has a status for every state, and our own state beside it', () => {
    for (const state of REFERRAL_STATES) {
      const read = readBundle(bundleText({ ...plain, state }))
      expect(read.ok && read.record.state, state).toBe(state)
      expect(TASK_STATUSES).toContain(TOLD[state].task)
    }
  })
})

/** A value of the shape of a fact that is found again in any text. */
const marker = (key: FactKey): Json => {
  const shape = SHAPES[key]
  if ('one' in shape) return `§${key}§`
  if ('many' in shape) return [`§${key}§`]
  return { [Object.keys(shape.parts)[0] ?? '']: `§${key}§` }
}

const plain: ExchangeRecord = {
  reference: 'R-7K3M2P',
  state: 'SENT',
  from: 'ICRC',
  to: 'IOM',
  sentAt: '2014-06-30T09:00:00.000Z',
  consent: { status: 'GIVEN', purpose: 'REFERRAL', basis: 'CONSENT', givenOn: '2014-06-29', until: null },
  facts: { need: 'MHPSS_IND', urgency: 'URGENT', sex: 'F', age_band: 'A18_59' },
}

/** The bundle with something changed, as its text. */
const changed = (change: (bundle: ReturnType<typeof bundleOf>) => void): string => {
  const bundle = bundleOf(plain)
  change(bundle)
  return JSON.stringify(bundle)
}
const resource = (bundle: ReturnType<typeof bundleOf>, at: number) =>
  (bundle.entry[at]?.resource ?? {}) as Record<string, unknown>
const why = (text: string) => {
  const read = readBundle(text)
  return read.ok ? 'ok' : read.problems.map((one) => `${one.where} ${one.name} ${one.why}`)
}

describe('a file of somebody else', () => {
  it('says in which place what is wrong', () => {
    expect(why('{}')).toEqual(['file  not-a-bundle'])
    expect(why(changed((b) => b.entry.splice(2)))).toEqual(['Consent  missing'])
    expect(why(changed((b) => b.entry.push(b.entry[0] as never)))).toEqual(['Task  several'])
    expect(why(changed((b) => Object.assign(resource(b, 0), { status: 'done' })))).toEqual([
      'Task status form',
    ])
    expect(why(changed((b) => Object.assign(resource(b, 1), { priority: 'now' })))).toEqual([
      'ServiceRequest priority form',
    ])
    expect(why(changed((b) => Object.assign(resource(b, 0), { status: 'rejected' })))).toEqual([
      'Task businessStatus disagrees',
    ])
    expect(why(changed((b) => Object.assign(resource(b, 1), { status: 'revoked' })))).toEqual([
      'ServiceRequest status disagrees',
    ])
    expect(
      why(changed((b) => Object.assign(resource(b, 1), { code: { coding: [{ code: 'MHPSS_IND' }] } }))),
    ).toContain('ServiceRequest code service')
  })

  it('brings in no fact that its consent does not name, and none that is not known', () => {
    const input = (name: string, value: object) => ({
      type: { coding: [{ system: 'urn:relais:fact', code: name }] },
      ...value,
    })
    const more = (one: object) =>
      changed((b) => Object.assign(resource(b, 0), { input: [...(resource(b, 0).input as object[]), one] }))
    expect(why(more(input('phone', { valueString: '70 00 00 00' })))).toEqual(['fact phone not-covered'])
    expect(why(more(input('incident_story', { valueString: 'x' })))).toContain('fact incident_story unknown')
    expect(why(more(input('name.__proto__', { valueString: 'x' })))).toContain('fact name.__proto__ unknown')
    expect(why(more(input('name.given.more', { valueString: 'x' })))).toContain(
      'fact name.given.more unknown',
    )
    expect(why(more(input('sex', { valueString: 'M' })))).toContain('fact sex twice')
    expect(why(more(input('nationality', { valueString: 'NOWHERE' })))).toContain('fact nationality code')
  })

  it('asks nothing once it is over, not sent, or agreed to by nobody', () => {
    const problems = (more: Partial<ExchangeRecord>) => against({ ...plain, ...more }).map((one) => one.why)
    expect(problems({})).toEqual([])
    expect(problems({ state: 'CANCELLED' })).toEqual(['over'])
    expect(problems({ state: 'DRAFT' })).toEqual(['unsent'])
    expect(problems({ consent: { ...plain.consent, status: 'WITHDRAWN' } })).toEqual(['no-consent'])
  })

  it('asks nothing once its answer has run out, nor of somebody whose age nobody said', () => {
    const problems = (more: Partial<ExchangeRecord>) =>
      against({ ...plain, ...more }, '2014-07-01').map(({ name, why }) => `${name} ${why}`)
    const until = (day: string) => ({ consent: { ...plain.consent, until: day } })
    expect([problems(until('2014-07-01')), problems(until('2014-06-30'))]).toEqual([
      [],
      ['provision no-consent'],
    ])
    const facts = { need: 'MHPSS_IND', urgency: 'URGENT', sex: 'F' }
    expect(problems({ facts })).toEqual(['age_band missing'])
    expect(problems({ facts: { ...facts, birth: { basis: 'DOC' } } })).toEqual(['age_band missing'])
    expect(problems({ facts: { ...facts, birth: { date: '2015-01-02' } } })).toEqual(['age_band missing'])
    expect(problems({ facts: { ...facts, birth: { year: 1990 } } })).toEqual([])
  })

  it('passes over what another system says beside ours, and says so', () => {
    const text = changed((b) =>
      Object.assign(resource(b, 0), {
        meta: { profile: ['x'] },
        input: [
          ...(resource(b, 0).input as object[]),
          { type: { coding: [{ code: 'their-own' }] }, valueString: 'y' },
        ],
      }),
    )
    const read = readBundle(text)
    expect(read).toMatchObject({
      ok: true,
      passedOver: [{ where: 'fact', name: 'their-own', why: 'unknown' }],
    })
  })
})
