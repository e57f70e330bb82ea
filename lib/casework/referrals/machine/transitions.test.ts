import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CLOSED, OPEN, REFERRAL_STATES, type ReferralState, SETTLED, STATES } from './states'
import {
  ENDS_ACCESS,
  isRecordable,
  MOVES,
  next,
  partiesFor,
  REFERRAL_VERBS,
  type ReferralVerb,
  requirementOf,
} from './transitions'

/** The table of the design, written down a second time by hand: verb, origins, target, parties. */
const EXPECTED: [ReferralVerb, (ReferralState | null)[], ReferralState, string][] = [
  ['start', [null], 'DRAFT', 'team'],
  ['edit', ['DRAFT'], 'DRAFT', 'team'],
  ['edit', ['RETURNED'], 'RETURNED', 'team'],
  ['submit', ['DRAFT', 'RETURNED'], 'PENDING_APPROVAL', 'team'],
  ['approve', ['PENDING_APPROVAL'], 'APPROVED', 'supervisor'],
  ['undo', ['APPROVED'], 'PENDING_APPROVAL', 'supervisor'],
  ['return', ['PENDING_APPROVAL'], 'RETURNED', 'supervisor'],
  ['return', ['APPROVED'], 'RETURNED', 'supervisor system'],
  ['send', ['APPROVED'], 'SENT', 'system'],
  ['send-emergency', ['DRAFT', 'RETURNED'], 'SENT', 'team'],
  ['acknowledge', ['SENT'], 'ACKNOWLEDGED', 'partner recorded'],
  ['ask', ['SENT', 'ACKNOWLEDGED'], 'INFO_REQUESTED', 'partner recorded'],
  ['answer', ['INFO_REQUESTED'], 'ACKNOWLEDGED', 'team'],
  ['accept', ['SENT', 'ACKNOWLEDGED', 'INFO_REQUESTED'], 'ACCEPTED', 'partner recorded'],
  ['decline', ['SENT', 'ACKNOWLEDGED', 'INFO_REQUESTED'], 'DECLINED', 'partner recorded'],
  ['begin', ['ACCEPTED'], 'IN_PROGRESS', 'partner recorded'],
  ['complete', ['ACCEPTED', 'IN_PROGRESS', 'CONTESTED'], 'COMPLETED', 'partner recorded'],
  ['report-not-accessed', ['ACCEPTED', 'IN_PROGRESS'], 'NOT_ACCESSED', 'partner team recorded'],
  ['rebook', ['NOT_ACCESSED'], 'ACCEPTED', 'partner team recorded'],
  ['verify', ['COMPLETED', 'CONTESTED', 'NOT_ACCESSED'], 'VERIFIED', 'team'],
  ['contest', ['COMPLETED'], 'CONTESTED', 'team'],
  ['close-unserved', ['CONTESTED', 'NOT_ACCESSED'], 'CLOSED_UNSERVED', 'team'],
  ['cancel', OPEN, 'CANCELLED', 'author supervisor'],
  ['withdraw-consent', OPEN, 'CONSENT_WITHDRAWN', 'team system'],
]

const line = (verb: string, from: string | null, to: string, by: string) =>
  `${verb}: ${from} > ${to} by ${by}`

/** The states a walk of verbs passes through; a verb that does not apply is passed over. */
function walk(verbs: readonly ReferralVerb[]): ReferralState[] {
  const seen: ReferralState[] = []
  let state: ReferralState | null = null
  for (const verb of verbs) {
    const to: ReferralState | null = next(state, verb)
    if (to) seen.push(to)
    state = to ?? state
  }
  return seen
}

const anyWalk = fc.array(fc.constantFrom(...REFERRAL_VERBS), { maxLength: 60 })

describe('the table of moves', () => {
  test('says exactly what the design says', () => {
    const written = EXPECTED.flatMap(([verb, froms, to, parties]) =>
      froms.flatMap((from) => parties.split(' ').map((by) => line(verb, from, to, by))),
    )
    const built = MOVES.map((move) => line(move.verb, move.from, move.to, move.by))
    expect([...built].sort()).toEqual([...written].sort())
  })

  test('lists no move twice', () => {
    const lines = MOVES.map((move) => line(move.verb, move.from, move.to, move.by))
    expect(new Set(lines).size).toBe(lines.length)
  })

  test('gives each verb one target from each state', () => {
    for (const { verb, from, to } of MOVES) expect(next(from, verb)).toBe(to)
  })

  test('reaches every state from nothing', () => {
    const reached = new Set<ReferralState | null>([null])
    for (const _ of REFERRAL_STATES)
      for (const move of MOVES) if (reached.has(move.from)) reached.add(move.to)
    expect(reached.size).toBe(REFERRAL_STATES.length + 1)
  })

  test('lets nothing leave a closed state', () => {
    for (const state of CLOSED)
      for (const verb of REFERRAL_VERBS) expect([state, verb, next(state, verb)]).toEqual([state, verb, null])
  })

  test('never lets the person’s no lead to confirmed', () => {
    expect(MOVES.filter((move) => move.verb === 'contest').map((move) => move.to)).toEqual(['CONTESTED'])
    for (const move of MOVES) if (move.to === 'VERIFIED') expect(move.verb).toBe('verify')
  })

  test('gives every settled state a way on and a way out', () => {
    for (const state of SETTLED) {
      expect(next(state, 'verify')).toBe('VERIFIED')
      const out = MOVES.some((move) => move.from === state && STATES[move.to].group === 'CLOSED')
      expect([state, out]).toEqual([state, true])
    }
  })

  test('can stop every open referral, and no other', () => {
    for (const state of REFERRAL_STATES) {
      const open = STATES[state].group === 'OPEN'
      expect(next(state, 'cancel') !== null).toBe(open)
      expect(next(state, 'withdraw-consent') !== null).toBe(open)
    }
    for (const state of SETTLED) expect(next(state, 'cancel')).toBeNull()
  })
})

describe('any walk through the table', () => {
  test('ends for good where it closes', () => {
    fc.assert(
      fc.property(anyWalk, (verbs) => {
        const seen = walk(verbs)
        const end = seen.findIndex((state) => CLOSED.includes(state))
        expect(end === -1 || end === seen.length - 1).toBe(true)
      }),
    )
  })

  test('opens the second stage only after the partner accepted', () => {
    fc.assert(
      fc.property(anyWalk, (verbs) => {
        const seen = walk(verbs)
        const opened = seen.findIndex((state) => STATES[state].partner === 'STAGE_2')
        expect(opened === -1 || seen[opened] === 'ACCEPTED').toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('never comes back to our desk unsent once the partner has it', () => {
    fc.assert(
      fc.property(anyWalk, (verbs) => {
        const seen = walk(verbs)
        const sent = seen.indexOf('SENT')
        const back = seen.slice(sent).some((state) => STATES[state].partner === 'NOTHING')
        expect(sent !== -1 && back).toBe(false)
      }),
      { numRuns: 500 },
    )
  })
})

describe('who may move it', () => {
  test('staff write down exactly what the partner may do', () => {
    for (const { verb, from, by } of MOVES)
      if (by === 'partner' || by === 'recorded')
        expect(partiesFor(from, verb)).toEqual(expect.arrayContaining(['partner', 'recorded']))
  })

  test('only approval, its undo and a return need a supervisor alone', () => {
    const alone = REFERRAL_VERBS.filter((verb) =>
      MOVES.some((move) => move.verb === verb && partiesFor(move.from, verb).join() === 'supervisor'),
    )
    expect(alone).toEqual(['approve', 'undo', 'return'])
  })

  test('the system sends and takes back, recalls what a colleague did not confirm, and nothing else', () => {
    const verbs = MOVES.filter((move) => move.by === 'system').map((move) => `${move.verb} ${move.from}`)
    expect(verbs).toEqual([
      'return APPROVED',
      'send APPROVED',
      ...OPEN.map((state) => `withdraw-consent ${state}`),
    ])
  })

  test('verbs that end in a refusal, a stop or an absence ask for a reason', () => {
    const asking = REFERRAL_VERBS.filter((verb) => requirementOf(verb) === 'reason')
    expect(asking).toEqual([
      'return',
      'decline',
      'report-not-accessed',
      'close-unserved',
      'cancel',
      'withdraw-consent',
    ])
  })

  test('access ends with the verbs that lead to a stub', () => {
    const stubs = REFERRAL_VERBS.filter((verb) =>
      MOVES.some((move) => move.verb === verb && STATES[move.to].partner === 'STUB'),
    )
    expect(stubs.sort()).toEqual([...ENDS_ACCESS].sort())
  })

  test('staff cannot write down a verb of their own', () => {
    expect(REFERRAL_VERBS.filter((verb) => !isRecordable(verb))).toEqual(
      expect.arrayContaining(['approve', 'submit', 'answer', 'verify', 'cancel', 'withdraw-consent']),
    )
  })
})
