import { type CaseCode, newCode } from '@/lib/casework/numbers/case-code'
import { buildFile, type FileSpec, type OfficeStaff } from '../demo/case-file'
import { plusDays, workday } from '../demo/moments'
import { awaitingClosure, unregistered } from '../demo/open-work'
import { pastReferral } from '../demo/past-referral'
import { random as chance, type Random } from '../demo/random'
import type { CaseFile, Day } from '../demo/records'
import { SITUATION_WEIGHTS, type SituationName } from '../demo/situations'
import { dayBegun, liveReferral } from './live-referral'
import type { Branch, Staffing } from './staffing'

const LAST_DAY: Day = '2014-06-20'
const YEAR = 365
const CODE_SPACE = 2n ** 34n
const SHARE = { referredOnce: 0.14, underWay: 0.3, closing: 0.01, draft: 0.02 }

/** Distinct codes for distinct numbers: an odd step walks through the whole space before it repeats. */
function numberedCode(index: number): CaseCode {
  let rest = (BigInt(index) * 10_402_931_159n + 4_242_424_243n) % CODE_SPACE
  const values: number[] = []
  for (let at = 0; at < 7; at++) {
    values.unshift(Number(rest % 32n))
    rest /= 32n
  }
  // The demo's own codes begin with a symbol of the lower half, these with one of the upper half.
  return newCode(Uint8Array.from([(values[0] ?? 0) | 16, ...values.slice(1)]))
}

function staffOf({ caseworkers, supervisors }: Branch): OfficeStaff {
  return {
    caseworker: (random, discipline) =>
      random.pick(caseworkers[discipline].length > 0 ? caseworkers[discipline] : caseworkers.SOCIAL_WORKER),
    approver: (random, authorId) => random.pick(supervisors.filter((id) => id !== authorId)),
    supervisor: (random) => random.pick(supervisors),
  }
}

type Place = { branch: Branch; staff: OfficeStaff }
type Planned = Pick<FileSpec, 'opened' | 'staysOpen' | 'referrals'>

/** Open now: with or without a referral under way. */
function openPlan(random: Random, { branch }: Place, situation: SituationName): Planned {
  const live = random.chance(SHARE.underWay) ? liveReferral(random, branch.like, situation) : undefined
  const day = live ? plusDays(dayBegun(live), -1) : LAST_DAY
  const opened = workday(plusDays(day, -random.int(1, live ? 40 : 110)))
  return { opened: opened < day ? opened : plusDays(day, -2), staysOpen: null, referrals: live ? [live] : [] }
}

/** Ended some time within the years. */
function endedPlan(random: Random, { branch }: Place, situation: SituationName, years: number): Planned {
  const staysOpen = random.int(14, 150)
  const opened = workday(plusDays(LAST_DAY, -staysOpen - random.int(10, Math.round(years * YEAR))))
  const referrals = random.chance(SHARE.referredOnce)
    ? pastReferral(random, branch.like, situation, opened)
    : []
  return { opened, staysOpen, referrals }
}

function caseOf(random: Random, code: CaseCode, place: Place, { open, years }: Staffing): CaseFile {
  const { branch, staff } = place
  const situation = random.weighted<SituationName>(SITUATION_WEIGHTS)
  const isOpen = random.chance(open)
  const plan = isOpen ? openPlan(random, place, situation) : endedPlan(random, place, situation, years)
  const file = buildFile(random, {
    code,
    office: branch.like,
    situation,
    ...plan,
    firstBy: plusDays(plan.opened, 3),
    stats: random.chance(0.92) ? 'GIVEN' : 'REFUSED',
    light: true,
    staff,
  })
  const placed = branch.officeId === branch.like ? file : { ...file, branch: branch.officeId }
  if (!isOpen || plan.referrals.length > 0) return placed
  if (random.chance(SHARE.draft)) return unregistered(placed)
  return random.chance(SHARE.closing) ? awaitingClosure(placed) : placed
}

/**
 * Any number of invented cases for measuring, one after the other, so that a million needs no memory. The k-th case of a
 * staffing is always the same; `from` goes on where an earlier seeding ended, so that codes stay distinct.
 */
export function* planCases(
  count: number,
  staffing: Staffing,
  from = 0,
): Generator<CaseFile, void, undefined> {
  const places = staffing.branches.map((branch): Place => ({ branch, staff: staffOf(branch) }))
  const weights = Object.fromEntries(places.map(({ branch }, index) => [String(index), branch.size]))
  for (let index = from; index < from + count; index++) {
    const random = chance(`measure:${index}`)
    const place = places[Number(random.weighted(weights))]
    if (place) yield caseOf(random, numberedCode(index), place, staffing)
  }
}
