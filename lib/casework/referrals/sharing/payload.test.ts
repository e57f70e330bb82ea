import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FACT_KEYS, type FactKey, stageOf } from '@/lib/casework/consents/facts'
import { CanonicalError, canonical } from './canonical'
import type { FactSource, Json } from './fact-values'
import { SERVICE_CODES } from './need-profiles'
import { type NeedContext, needToKnow } from './need-to-know'
import { buildPayloads, leavingFacts, stagePayload } from './payload'

/** Every field holds a mark that names its fact, so that a leak says what leaked. */
const marked: FactSource = {
  service: 'LEGAL_DOC',
  priority: '#urgency#',
  sex: '#sex#',
  ageBand: '#age_band#',
  cercle: '#cercle#',
  vulnerable: true,
  specificNeeds: ['#coded_needs#'],
  givenName: '#name#',
  familyName: '#name#',
  birthDate: '#birth#',
  birthYear: 1962,
  ageBasis: '#birth#',
  motherName: '#mother_name#',
  phone: '#phone#',
  safeContact: { mode: '#safe_contact#', detail: '#safe_contact#' },
  meetingPlace: '#meeting_place#',
  languages: ['#language#'],
  nationalities: ['#nationality#'],
  displacementStatus: '#displacement_status#',
  originCercle: '#origin#',
  documentStatus: '#documents#',
  household: { adults: 1, children: 3 },
  caregiver: { name: '#caregiver#', relation: '#caregiver#' },
  separation: { cause: '#separation#', since: '#separation#' },
  disability: ['#disability#'],
  papers: [{ id: '#papers#', kind: '#papers#', format: 'PDF', size: 1 }],
  reasonText: '#reason_text#',
}

const context: NeedContext = { partner: 'NRC', isChild: true, wishes: [], askedByPerson: true, stopped: [] }
const marks = (text: string): string[] => [...new Set([...text.matchAll(/#(\w+)#/g)].map((m) => m[1] ?? ''))]
const ticks = fc.subarray(FACT_KEYS)

describe('a payload', () => {
  test('holds the ticked facts of its stage and nothing else', () => {
    fc.assert(
      fc.property(ticks, fc.constantFrom(1 as const, 2 as const), (ticked, stage) => {
        const payload = stagePayload(stage, marked, ticked)
        const expected = ticked.filter((fact) => stageOf(fact) === stage)
        expect(Object.keys(payload).sort()).toEqual([...expected].sort())
        for (const mark of marks(canonical({ ...payload }))) expect(expected).toContain(mark)
      }),
      { numRuns: 500 },
    )
  })

  test('drops fields that the record has and the catalogue does not', () => {
    const wide = {
      ...marked,
      notes: 'LEAK',
      shelterAddress: 'LEAK',
      safeContact: { mode: 'CALL_OK', detail: 'mornings', address: 'LEAK' },
      caregiver: { name: 'A. B.', relation: 'KIN', diagnosis: 'LEAK' },
      household: { adults: 1, children: 0, names: ['LEAK'] },
    }
    const text = JSON.stringify([stagePayload(1, wide, FACT_KEYS), stagePayload(2, wide, FACT_KEYS)])
    expect(text).not.toContain('LEAK')
  })

  test('is refused as a whole when one tick must not leave', () => {
    const answer = buildPayloads({ ...marked, service: 'FOOD_RATION' }, ['need', 'urgency', 'birth'], context)
    expect(answer).toEqual({ ok: false, refused: [{ fact: 'birth', reason: 'NOT_NEEDED' }], missing: [] })
  })

  test('is refused without the need and its urgency', () => {
    expect(buildPayloads(marked, ['sex'], context)).toMatchObject({ ok: false, missing: ['need', 'urgency'] })
  })

  test('carries no label word to a service that must not learn it', () => {
    const source = {
      ...marked,
      service: 'FOOD_RATION' as const,
      reasonText: 'Sortie d’un groupe armé en mai.',
    }
    const ticked: FactKey[] = ['need', 'urgency', 'reason_text']
    expect(buildPayloads(source, ticked, context)).toMatchObject({
      ok: false,
      refused: [{ fact: 'reason_text', reason: 'LABEL' }],
    })
    expect(buildPayloads({ ...source, service: 'MHPSS_IND' }, ticked, context).ok).toBe(true)
  })

  test('carries no number to call in the free text, whatever digits and spaces it is written with', () => {
    const ticked: FactKey[] = ['need', 'urgency', 'reason_text']
    for (const number of ['65 12 34 56', '65\u00a012\u202f34 56', '٦٥١٢٣٤٥٦'])
      expect(buildPayloads({ ...marked, reasonText: `Appeler le ${number}` }, ticked, context)).toMatchObject(
        {
          ok: false,
          refused: [{ fact: 'reason_text', reason: 'NUMBER_IN_TEXT' }],
        },
      )
  })

  test('never holds a fact that the matrix keeps here', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SERVICE_CODES), ticks, fc.boolean(), (service, ticked, isChild) => {
        const here = { ...context, isChild }
        const answer = buildPayloads({ ...marked, service }, [...ticked, 'need', 'urgency'], here)
        if (!answer.ok) return
        for (const fact of FACT_KEYS)
          if (needToKnow(service, fact, here).rule === 'never')
            expect([fact in answer.stage1, fact in answer.stage2]).toEqual([false, false])
      }),
      { numRuns: 500 },
    )
  })

  test('leaves out what we do not know, and does not count it as leaving', () => {
    const bare: FactSource = {
      service: 'MED_CONS',
      priority: 'URGENT',
      phone: '',
      languages: [],
      safeContact: { mode: '' },
    }
    expect(stagePayload(1, bare, FACT_KEYS)).toEqual({ need: 'MED_CONS', urgency: 'URGENT' })
    expect(stagePayload(2, bare, FACT_KEYS)).toEqual({})
    expect(leavingFacts(bare, FACT_KEYS)).toEqual(['need', 'urgency'])
  })

  test('has the same canonical text whatever the order of the ticks', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(FACT_KEYS), (ticked) => {
        const there = buildPayloads(marked, [...ticked, 'need', 'urgency'], context)
        const back = buildPayloads(marked, ['urgency', 'need', ...[...ticked].reverse()], context)
        expect(there).toEqual(back)
      }),
    )
  })
})

describe('canonical text', () => {
  const json = fc.jsonValue().filter((v) => !JSON.stringify(v).includes('null')) as fc.Arbitrary<Json>

  test('reads back as the same value', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  test('does not depend on the order in which keys were set', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse())
        expect(canonical(turned)).toBe(canonical(value))
      }),
    )
  })

  test('refuses a number that is not finite and says where', () => {
    expect(() => canonical({ a: [1, Number.NaN] })).toThrow(CanonicalError)
    expect(() => canonical({ a: [1, Number.NaN] })).toThrow('$.a[1]')
  })
})
