import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codes } from '@/lib/base/codes/codes'
import { FACT_KEYS, type FactKey, NEVER_KEYS, REQUIRED_FACTS, stageOf } from '@/lib/casework/consents/facts'
import { isLabel, shareableNeeds } from './labels'
import { SERVICE_CODES, type ServiceCode } from './need-profiles'
import { type NeedContext, needTable, needToKnow, presetFacts, refusedTicks } from './need-to-know'

const adult: NeedContext = { partner: 'NRC', isChild: false, wishes: [], askedByPerson: false, stopped: [] }
const child: NeedContext = { ...adult, isChild: true }
const rule = (service: ServiceCode, fact: FactKey, context = adult) => needToKnow(service, fact, context).rule

const services = fc.constantFrom(...SERVICE_CODES)
const contexts = fc.record<NeedContext>({
  partner: fc.constantFrom('NRC', 'ACTED'),
  isChild: fc.boolean(),
  wishes: fc.array(
    fc.record({
      fact: fc.constantFrom(...FACT_KEYS),
      partner: fc.constantFrom('NRC', null),
      reason: fc.constant('FEAR'),
    }),
    { maxLength: 4 },
  ),
  askedByPerson: fc.boolean(),
  stopped: fc.constantFrom<NeedContext['stopped']>([], ['phone'], ['phone', 'safe_contact']),
})

describe('the matrix of need to know', () => {
  test('knows every service of the code list and no other', () => {
    const listed = codes('service_type')
      .filter((s) => s.level === 2)
      .map((s) => s.code)
    expect([...SERVICE_CODES].sort()).toEqual([...listed].sort())
  })

  test('gives a health provider age, sex, need, urgency, language and the reason, and the rest only by choice', () => {
    expect(presetFacts('MED_CONS', adult)).toEqual([
      'need',
      'urgency',
      'sex',
      'age_band',
      'cercle',
      'language',
      'reason_text',
    ])
    expect(rule('MED_CONS', 'name')).toBe('optional')
    expect(rule('MED_CONS', 'documents')).toBe('never')
  })

  test('gives a lawyer identity and document facts', () => {
    for (const fact of ['name', 'birth', 'nationality', 'documents'] as const)
      expect(rule('LEGAL_DOC', fact)).toBe('preset')
  })

  test('gives family tracing the full identity and the separation', () => {
    for (const fact of ['name', 'birth', 'mother_name', 'origin', 'separation'] as const)
      expect(rule('FTR_TRACE', fact)).toBe('preset')
  })

  test('gives food and household items the household, the place and a flag without its cause', () => {
    for (const service of ['FOOD_RATION', 'NFI_KIT', 'SHEL_KIT', 'CASH_EMERG'] as const) {
      for (const fact of ['household', 'meeting_place', 'vulnerable'] as const)
        expect(rule(service, fact)).toBe('preset')
      for (const fact of ['disability', 'separation', 'birth'] as const)
        expect(rule(service, fact)).toBe('never')
      expect(needToKnow(service, 'coded_needs', adult)).toEqual({ rule: 'never', reason: 'LABEL' })
    }
  })

  test('gives the police nothing unless the person asks, and then nothing beforehand but the request', () => {
    for (const { rule: r } of needTable('SAFE_POLICE', adult))
      expect(r).toEqual({ rule: 'never', reason: 'POLICE_ON_REQUEST' })
    expect(presetFacts('SAFE_POLICE', { ...adult, askedByPerson: true })).toEqual(REQUIRED_FACTS)
  })

  test('asks who cares for a child, never for an adult', () => {
    expect(rule('CP_BIA', 'caregiver', child)).toBe('preset')
    expect(needToKnow('CP_BIA', 'caregiver', adult)).toEqual({ rule: 'never', reason: 'ADULT' })
  })

  test('keeps back what the person withholds, from that partner or from all', () => {
    const wish = { fact: 'name', reason: 'AUTHORITY' } as const
    const one = { ...adult, wishes: [{ ...wish, partner: 'NRC' }] }
    expect(needToKnow('LEGAL_DOC', 'name', one)).toEqual({
      rule: 'never',
      reason: 'PERSON_WITHHOLDS',
      wish: 'AUTHORITY',
    })
    expect(rule('LEGAL_DOC', 'name', { ...one, partner: 'ICRC' })).toBe('preset')
    expect(rule('LEGAL_DOC', 'name', { ...adult, wishes: [{ ...wish, partner: null }] })).toBe('never')
  })

  test('never ticks a specific need beforehand', () => {
    for (const service of SERVICE_CODES)
      expect([service, rule(service, 'coded_needs', child)]).not.toContain('preset')
  })

  test('a wish only ever takes away', () => {
    fc.assert(
      fc.property(services, contexts, (service, context) => {
        const free = { ...context, wishes: [] }
        for (const fact of FACT_KEYS)
          if (needToKnow(service, fact, context).rule !== 'never')
            expect(needToKnow(service, fact, context)).toEqual(needToKnow(service, fact, free))
      }),
    )
  })

  test('the ticks a referral starts with are never refused', () => {
    fc.assert(
      fc.property(services, contexts, (service, context) => {
        expect(refusedTicks(service, presetFacts(service, context), context)).toEqual([])
      }),
    )
  })

  test('what never leaves has no key among the facts', () => {
    expect(NEVER_KEYS.filter((key) => FACT_KEYS.some((fact) => fact === (key as string)))).toEqual([])
  })

  test('free text and everything that names or reaches a person is stage 2', () => {
    const first = FACT_KEYS.filter((fact) => stageOf(fact) === 1)
    expect(first).toEqual(['need', 'urgency', 'sex', 'age_band', 'cercle', 'vulnerable', 'coded_needs'])
  })
})

describe('specific needs as codes', () => {
  const needs = ['SC-UC', 'CR-AF', 'SV-VF', 'SM-CI', 'LP-AF', 'TR', 'DS-PM']

  test('labels of violence, armed groups and trafficking stay away from services that do not treat them', () => {
    for (const service of SERVICE_CODES) {
      const labels = shareableNeeds(service, needs).filter(isLabel)
      const treats = /^(MED|MHPSS_(PFA|IND|GRP|SPEC)|COUN|LEGAL|FTR|CP|SAFE|SHEL_SAFE|SHEL_HOST)/.test(
        service,
      )
      expect([service, labels.length > 0]).toEqual([service, treats])
    }
  })

  test('food, household items, shelter kits and cash learn no need at all', () => {
    for (const service of SERVICE_CODES.filter((s) => /^(FOOD|NFI|CASH)_|^SHEL_KIT/.test(s)))
      expect(shareableNeeds(service, needs)).toEqual([])
  })

  test('label codes are codes of the list', () => {
    const listed = codes('specific_need').map((need) => need.code)
    expect(listed.filter(isLabel).length).toBeGreaterThan(15)
    expect(isLabel('SVX')).toBe(false)
  })
})
