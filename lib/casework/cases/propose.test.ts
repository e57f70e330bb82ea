import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import demo from '@/drizzle/seed/reference/demo-cases.json'
import examples from './examples/proposals.json'
import { lessThanProposed, type Proposal, propose, type RiskFacts } from './propose'
import { RISK_RULES } from './risk-book'

type Expected = {
  risk?: string
  restrict?: boolean
  urgency?: string
  first_action_h?: number
  followup_d?: number
  ask_before_contact?: boolean
  clocks?: string[]
  inst?: string[]
  tell?: string[]
  serv?: string[]
  not_told?: string[]
}
const worked = examples as unknown as { id: string; facts: RiskFacts; expect: Expected }[]

test.each(worked.map((one) => [one.id, one] as const))('%s', (_, { facts, expect: want }) => {
  const got = propose(facts)
  const { inst = [], tell = [], serv = [], not_told = [], clocks, ...scalars } = want
  const flat: Record<string, unknown> = {
    risk: got.risk,
    restrict: got.restrict,
    urgency: got.urgency,
    first_action_h: got.firstActionHours,
    followup_d: got.followupDays,
    ask_before_contact: got.askBeforeContact,
  }
  expect(flat).toMatchObject(scalars)
  if (clocks) expect(got.clocks).toEqual(clocks)
  expect(got.instruments).toEqual(expect.arrayContaining(inst))
  expect(got.tell).toEqual(expect.arrayContaining(tell))
  expect(got.services).toEqual(expect.arrayContaining(serv))
  expect(got.tell.filter((role) => not_told.includes(role))).toEqual([])
})

test('every rule of the table speaks in one of the worked examples', () => {
  const spoken = new Set(worked.flatMap(({ facts }) => propose(facts).reasons.map(({ rule }) => rule)))
  expect(RISK_RULES.map(({ id }) => id).filter((id) => !spoken.has(id))).toEqual([])
  expect(worked.length).toBe(127)
})

test('a child with sexual violence, an armed group and nobody is high, restricted, and says why', () => {
  const got = propose({
    age: 14,
    sex: 'F',
    concerns: ['VIOL_GBV'],
    cp: ['CAAFAG'],
    needs: ['SC-UC', 'CR-AF'],
  })
  expect(got).toMatchObject({ risk: 'HIGH', restrict: true })
  expect(got.reasons.length).toBeGreaterThan(2)
  for (const { rule, fr, en } of got.reasons) expect(rule && fr && en).toBeTruthy()
})

test.each(demo.cases.map((one) => [one.code, one] as const))(
  'case %s of the demonstration has at least the risk its codes propose',
  (_, { age, sex, concerns, specificNeeds, cpConcerns, risk, sensitivity }) => {
    const facts = { age, sex, concerns, needs: specificNeeds, cp: cpConcerns } as RiskFacts
    const chosen = { risk, restrict: sensitivity === 'S4' }
    expect(lessThanProposed(chosen, propose(facts))).toEqual([])
  },
)

describe('a further fact', () => {
  const codes = <T>(values: readonly T[]) => fc.subarray([...values], { maxLength: 3 })
  const facts = fc.record({
    age: fc.integer({ min: 0, max: 17 }),
    concerns: codes(['VIOL_GBV', 'LIB_ARB', 'MHP_SUIC', 'ACC_MED', 'EXPL_TIP'] as const),
    cp: codes(['CAAFAG', 'UC', 'SEXUAL', 'LABOUR'] as const),
    needs: codes(['SC-UC', 'SV-VF', 'SM-CC', 'CR-AF'] as const),
  })
  const rank = ({ risk }: Proposal) => ['LOW', 'MEDIUM', 'HIGH'].indexOf(risk)

  test('never lowers a proposal', () => {
    fc.assert(
      fc.property(facts, facts, (a, b) => {
        const both = {
          age: a.age,
          concerns: [...a.concerns, ...b.concerns],
          cp: [...a.cp, ...b.cp],
          needs: [...a.needs, ...b.needs],
        }
        const [one, more] = [propose(a), propose(both)]
        expect(rank(more)).toBeGreaterThanOrEqual(rank(one))
        expect(more.restrict || !one.restrict).toBe(true)
        expect(more.firstActionHours).toBeLessThanOrEqual(one.firstActionHours)
        expect(more.followupDays).toBeLessThanOrEqual(one.followupDays)
      }),
    )
  })
})

describe('less than proposed', () => {
  const proposal = propose({ age: 22, sex: 'F', gbv_type: 'RAPE', hours_since_incident: 50 })

  test('is named part by part', () => {
    expect(
      lessThanProposed(
        { risk: 'LOW', restrict: false, urgency: 'URGENT', firstActionHours: 24, followupDays: 60 },
        proposal,
      ),
    ).toEqual(['risk', 'restrict', 'urgency', 'firstActionHours', 'followupDays'])
  })

  test('is nothing when it is as much or more, or not decided', () => {
    expect(lessThanProposed({ risk: 'HIGH', restrict: true, firstActionHours: 1 }, proposal)).toEqual([])
    expect(lessThanProposed({}, proposal)).toEqual([])
  })

  test('is also a risk that no list knows', () => {
    expect(lessThanProposed({ risk: 'NONE' }, proposal)).toEqual(['risk'])
  })
})
