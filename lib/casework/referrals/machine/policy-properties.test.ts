import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ACTS } from './acts'
import { allowedVerbs, mayReferral, type ReferralSituation, type Relation } from './policy'
import { REFERRAL_STATES } from './states'
import { MOVES, REFERRAL_VERBS, type ReferralVerb } from './transitions'

const RELATIONS: Relation[] = [
  'lead',
  'member',
  'author',
  'supervisorOfOffice',
  'namedSupervisor',
  'partner',
  'system',
]

const situations = fc.record<ReferralSituation>({
  state: fc.constantFrom(null, ...REFERRAL_STATES),
  relations: fc.subarray(RELATIONS),
  sensitivity: fc.constantFrom('S3', 'S4'),
  priority: fc.constantFrom('EMERGENCY', 'URGENT', 'NORMAL'),
  caseOpen: fc.boolean(),
  channel: fc.constantFrom('APP', 'PHONE', 'PAPER'),
  approvedByActor: fc.boolean(),
  reviewDue: fc.boolean(),
  reads: fc.constantFrom('NOTHING', 'STAGE_1', 'STAGE_2', 'STUB'),
  untold: fc.boolean(),
  left: fc.boolean(),
  consentStands: fc.boolean(),
})

describe('in any situation', () => {
  test('everything allowed is a listed move of the party that acts', () => {
    fc.assert(
      fc.property(situations, fc.constantFrom(...REFERRAL_VERBS), (situation, verb) => {
        const decision = mayReferral(verb, situation)
        if (!decision.allowed) return
        const listed = MOVES.some(
          (m) => m.verb === verb && m.from === situation.state && m.by === decision.party,
        )
        expect(listed).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('without a relation nothing is allowed', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        expect(allowedVerbs({ ...situation, relations: [] })).toEqual([])
      }),
    )
  })

  test('an author never approves or reviews, whatever else they are', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const own = { ...situation, relations: [...situation.relations, 'author' as const] }
        expect(mayReferral('approve', own).allowed || mayReferral('review', own).allowed).toBe(false)
      }),
    )
  })

  test('a partner alone does only what the table gives the partner', () => {
    const theirs = new Set(MOVES.filter((move) => move.by === 'partner').map((move) => move.verb))
    fc.assert(
      fc.property(situations, (situation) => {
        const verbs = allowedVerbs({ ...situation, relations: ['partner'] })
        for (const verb of verbs)
          expect(verb === 'confirm-deleted' || theirs.has(verb as ReferralVerb)).toBe(true)
      }),
    )
  })

  test('the buttons are exactly the verbs that would pass', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const passing = [...REFERRAL_VERBS, ...ACTS].filter((verb) => mayReferral(verb, situation).allowed)
        expect(allowedVerbs(situation)).toEqual(passing)
      }),
    )
  })
})
