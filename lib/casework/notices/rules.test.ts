import { describe, expect, test } from 'vitest'
import { ACTS } from '../referrals/machine/acts'
import { PARTIES, REFERRAL_VERBS } from '../referrals/machine/transitions'
import { type By, NOTICE_RULES, toldOf } from './rules'

/** What is seen where one works and is told to nobody besides. */
const SILENT = [
  'start',
  'edit',
  'approve',
  'undo',
  'acknowledge',
  'begin',
  'verify',
  'close-unserved',
  'review',
  'reassign',
  'confirm-deleted',
  'note-deleted',
  'renew',
]

/** Event, as whom, and who is told: `!` at once, without it in the morning. */
const TABLE: readonly [string, By, string][] = [
  ['send', 'system', 'AUTHOR BASE! LEAD'],
  ['send-emergency', 'team', 'BASE! SUPERVISOR!'],
  ['submit', 'team', 'SUPERVISOR!'],
  ['return', 'supervisor', 'AUTHOR! LEAD!'],
  ['return', 'system', 'AUTHOR! LEAD!'],
  ['ask', 'partner', 'AUTHOR! LEAD!'],
  ['ask', 'recorded', 'AUTHOR! LEAD!'],
  ['answer', 'team', 'BASE!'],
  ['accept', 'partner', 'AUTHOR LEAD'],
  ['decline', 'partner', 'AUTHOR! LEAD!'],
  ['complete', 'recorded', 'AUTHOR LEAD'],
  ['report-not-accessed', 'partner', 'AUTHOR LEAD'],
  ['report-not-accessed', 'team', ''],
  ['rebook', 'partner', 'AUTHOR LEAD'],
  ['rebook', 'team', 'BASE!'],
  ['contest', 'team', 'BASE!'],
  ['tell-partner', 'team', 'BASE!'],
  ['cancel', 'author', 'BASE!'],
  ['cancel', 'supervisor', 'AUTHOR BASE! LEAD'],
  ['withdraw-consent', 'team', 'BASE!'],
  ['withdraw-consent', 'system', 'AUTHOR! BASE! LEAD!'],
  ['remind', 'supervisor', 'BASE!'],
  ['harm.reported', 'team', 'SUPERVISOR!'],
  ['clock.half', 'system', 'BASE!'],
  ['deletion.half', 'system', 'BASE!'],
  ['clock.late', 'system', 'LEAD! SUPERVISOR!'],
]

describe('which event tells whom', () => {
  test.each(TABLE)('%s by %s: %s', (event, by, told) => {
    const said = toldOf(event, by).map(({ tells, when }) => `${tells}${when === 'NOW' ? '!' : ''}`)
    expect(said.sort().join(' ')).toBe(told)
  })

  test('every verb and every act is told or known to be silent', () => {
    const told = new Set(NOTICE_RULES.map(({ event }) => event))
    const all = [...REFERRAL_VERBS, ...ACTS]
    expect(all.filter((one) => told.has(one) === SILENT.includes(one))).toEqual([])
    const other = [...told].filter(
      (one) => !/^(clock|deletion|harm|link)[.]/.test(one) && !all.some((verb) => verb === one),
    )
    expect(other).toEqual(['capacity.asked'])
  })

  test('an agency is told at once, and never of its own word', () => {
    for (const { tells, by, when } of NOTICE_RULES.filter(({ tells }) => tells === 'BASE')) {
      expect([tells, when]).toEqual(['BASE', 'NOW'])
      expect(by.filter((one) => one === 'partner' || one === 'recorded')).toEqual([])
    }
  })

  test('the parties are those of the machine', () => {
    expect(NOTICE_RULES.flatMap(({ by }) => by).filter((one) => !PARTIES.includes(one))).toEqual([])
  })
})
