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
import { strictJson } from './strict-json'
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
  reference: fc.stringMatching(/^R-[0-9A-Z]{6}$/),
  state: fc.constantFrom(...REFERRAL_STATES),
  from: fc.constantFrom('IOM', 'ICRC'),
  to: fc.constantFrom('UNICEF', 'CSCOM'),
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

describe('hostile JSON', () => {
  const refused = (text: string) => {
    const parsed = strictJson(text)
    return 'unreadable' in parsed ? parsed.unreadable : 'read'
  }

  it('is refused by what is wrong with it', () => {
    expect(refused('')).toBe('empty')
    expect(refused(`"${'a'.repeat(262_144)}"`)).toBe('too-large')
    expect(refused('['.repeat(100_000))).toBe('too-deep')
    expect(refused(`${'{"a":'.repeat(25)}1${'}'.repeat(25)}`)).toBe('too-deep')
    expect(refused('{"a":1,"a":2}')).toBe('twice')
    expect(refused('{"a":1,"\\u0061":2}')).toBe('twice')
    expect(refused('{"x":{"__proto__":{"admin":true}}}')).toBe('name')
    expect(refused('{"\\u005f_proto__":1}')).toBe('name')
    expect(refused('{"constructor" \n :1}')).toBe('name')
    expect(refused('{"a":1')).toBe('not-json')
    expect(refused('{"a":"unended')).toBe('not-json')
    expect(refused('\u0000')).toBe('not-json')
    expect(refused('{"a":{"b":1},"c":{"b":2}}')).toBe('read')
    expect(refused('[{"a":1},{"a":1}]')).toBe('read')
  })

  it('of any kind is answered, and never thrown over', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.json({ maxDepth: 12 })),
        (text) => {
          expect(readBundle(text).ok).toBe(false)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('made of a good file by one wrong byte is refused, or what it lost is said', () => {
    const text = bundleText(plain)
    fc.assert(
      fc.property(
        fc.nat(text.length - 1),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
        (at, char) => {
          const read = readBundle(text.slice(0, at) + char + text.slice(at + 1))
          if (!read.ok) expect(read.problems.length).toBeGreaterThan(0)
          else {
            const kept = Object.keys(read.record.facts).length
            expect(kept + read.passedOver.length).toBe(Object.keys(plain.facts).length)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
