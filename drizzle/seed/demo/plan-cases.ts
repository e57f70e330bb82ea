import { type CaseCode, newCode } from '@/lib/casework/numbers/case-code'
import { buildFile, type FileSpec, type ReferralPlan } from './case-file'
import { isOffered } from './directory'
import { at, daysBetween, NOW, plusDays, workday } from './moments'
import { random as chance, type Random } from './random'
import type { CaseFile, Day, OfficeId, Referral } from './records'
import type { Goal } from './route'
import { SITUATION_WEIGHTS, SITUATIONS, type Situation, type SituationName } from './situations'

export const OFFICE_WEIGHTS: Readonly<Record<OfficeId, number>> = { BKO: 28, MOP: 24, TBT: 22, GAO: 26 }
export const PRIORITIES = { EMERGENCY: 12, URGENT: 38, NORMAL: 50 } as const
/** How referrals of the past ended. */
export const ENDINGS: Readonly<Partial<Record<Goal, number>>> = {
  VERIFIED: 46,
  COMPLETED: 24,
  DECLINED: 13,
  NOT_ACCESSED: 9,
  CANCELLED: 5,
  CONSENT_WITHDRAWN: 3,
}
const REASONS: Readonly<Partial<Record<Goal, readonly string[]>>> = {
  DECLINED: ['NO_CAPACITY', 'OUT_OF_AREA', 'NOT_ELIGIBLE', 'SERVICE_SUSPENDED', 'INCOMPLETE'],
  NOT_ACCESSED: ['DID_NOT_COME', 'TOO_FAR', 'COST', 'MOVED_AWAY', 'CHANGED_MIND'],
  CANCELLED: ['NEED_MET', 'PERSON_ASKED', 'MOVED_AWAY'],
  CONSENT_WITHDRAWN: ['NOT_SAID', 'CHANGED_MIND', 'FEAR'],
}
/** Services that answer on the phone or on paper more often than in Relais. */
const BY_PHONE: readonly string[] = ['CSCOM', 'CSREF', 'DNPEF']

/** Reason and channel of a referral that ends this way. */
export function ending(
  random: Random,
  partner: string,
  goal: Goal,
): Pick<ReferralPlan, 'channel' | 'reason'> {
  const reasons = REASONS[goal]
  const remote = random.chance(BY_PHONE.includes(partner) ? 0.6 : 0.1)
  return {
    channel: remote ? (random.chance(0.75) ? 'PHONE' : 'PAPER') : 'APP',
    ...(reasons ? { reason: random.pick(reasons) } : {}),
  }
}

/** A referral of the past, started a few days after the case was opened. */
export function pastReferral(
  random: Random,
  office: OfficeId,
  situation: SituationName,
  opened: Day,
): ReferralPlan[] {
  const { refers }: Situation = SITUATIONS[situation]
  const possible = refers.filter(([partner, service]) => isOffered(partner, service, office))
  const [partner, service] = possible.length > 0 ? random.pick(possible) : []
  if (!partner || !service) return []
  const priority = random.weighted<Referral['priority']>(PRIORITIES)
  const goal = random.weighted<Goal>(ENDINGS)
  const start = at(
    workday(plusDays(opened, random.int(1, 6))),
    `${random.pick(['09', '10', '14'])}:${random.int(10, 59)}`,
  )
  return [{ partner, service, priority, goal, start, ...ending(random, partner, goal) }]
}

const FIRST_DAY: Day = '2012-07-02'
const LAST_DAY: Day = '2014-06-20'
const CODE_SPACE = 2n ** 34n

/** Distinct codes for distinct numbers: an odd step walks through the whole space before it repeats. */
function numberedCode(index: number, seed: number): CaseCode {
  let rest = (BigInt(index) * 10_402_931_159n + BigInt(seed) * 7_919n + 4_242_424_243n) % CODE_SPACE
  const values: number[] = []
  for (let at = 0; at < 7; at++) {
    values.unshift(Number(rest % 32n))
    rest /= 32n
  }
  // The demo's own codes begin with a symbol of the lower half, these with one of the upper half.
  return newCode(Uint8Array.from([(values[0] ?? 0) | 16, ...values.slice(1)]))
}

function measuredSpec(random: Random, code: CaseCode): FileSpec {
  const office = random.weighted<OfficeId>(OFFICE_WEIGHTS)
  const situation = random.weighted<SituationName>(SITUATION_WEIGHTS)
  const opened = workday(plusDays(FIRST_DAY, random.int(0, daysBetween(FIRST_DAY, LAST_DAY))))
  const recent = daysBetween(opened, NOW.slice(0, 10)) < 60
  return {
    code,
    office,
    situation,
    opened,
    firstBy: plusDays(opened, 3),
    stats: random.chance(0.92) ? 'GIVEN' : 'REFUSED',
    staysOpen: random.chance(recent ? 0.4 : 0.97) ? random.int(14, 150) : null,
    referrals: random.chance(0.14) ? pastReferral(random, office, situation, opened) : [],
    light: true,
  }
}

/**
 * Any number of invented cases for measuring, one after the other, so that a million needs no memory.
 * Case k of a seed is always the same, however many are asked for. Codes differ from the demo's.
 */
export function* planCases(n: number, seed = 1): Generator<CaseFile, void, undefined> {
  for (let index = 0; index < n; index++) {
    const random = chance(`measure:${seed}:${index}`)
    yield buildFile(random, measuredSpec(random, numberedCode(index, seed)))
  }
}
