import type { CaseCode } from '@/lib/casework/numbers/case-code'
import pilot from '../reference/pilot-figures.json'
import { buildFile, type FileSpec, type ReferralPlan } from './case-file'
import { isOffered } from './directory'
import { isFromBefore, isNewInQuarter, isReferred } from './figures'
import { at, plusDays, workday } from './moments'
import { FIVE } from './open-work'
import { ENDINGS, ending, OFFICE_WEIGHTS, PRIORITIES, pastReferral } from './past-referral'
import { random as chance, type Random } from './random'
import type { CaseFile, Day, OfficeId, Referral } from './records'
import type { Goal } from './route'
import { SITUATION_WEIGHTS, SITUATIONS, type Situation, type SituationName } from './situations'

type NextCode = () => CaseCode
type Span = { months: Readonly<Record<string, number>>; lastFirst: Day }

/** How many cases a month brought, by weight: the programme grows, the rains slow it down. */
const BEFORE: Span = {
  months: {
    '2013-04': 3,
    '2013-05': 5,
    '2013-06': 7,
    '2013-07': 7,
    '2013-08': 6,
    '2013-09': 8,
    '2013-10': 9,
    '2013-11': 10,
    '2013-12': 9,
    '2014-01': 11,
    '2014-02': 12,
    '2014-03': 13,
  },
  lastFirst: '2014-03-31',
}
const IN_QUARTER: Span = { months: { '2014-04': 36, '2014-05': 35, '2014-06': 29 }, lastFirst: '2014-06-29' }

/** About eight in a hundred people more than those counted did not agree to statistics. */
const UNCOUNTED = 0.08
const SHARE_REFERRED = 0.13
/** The last day on which a case of the past may start a referral that leaves before the quarter. */
const LAST_REFERRAL_BEFORE: Day = '2014-03-14'

const figure = (id: string): number => pilot.figures.find((row) => row.id === id)?.value ?? 0

/** A working day of the month, early enough for the first help to fall into the period. */
function opening(random: Random, { months, lastFirst }: Span): Day {
  for (;;) {
    const day = workday(`${random.weighted(months)}-${String(random.int(2, 28)).padStart(2, '0')}`)
    if (day <= plusDays(lastFirst, -5)) return day
  }
}

type Draft = Pick<FileSpec, 'stats' | 'staysOpen'> & { span: Span; opened?: Day; situation?: SituationName }

function spec(random: Random, code: CaseCode, draft: Draft): FileSpec {
  const opened = draft.opened ?? opening(random, draft.span)
  return {
    code,
    office: random.weighted<OfficeId>(OFFICE_WEIGHTS),
    situation: draft.situation ?? random.weighted<SituationName>(SITUATION_WEIGHTS),
    opened,
    firstBy: draft.span.lastFirst,
    stats: draft.stats,
    staysOpen: draft.staysOpen,
    referrals: [],
  }
}

/** How likely a case opened before this day is closed by now, and after how many days at most. */
const CLOSING: readonly (readonly [before: Day, closed: number, longest: number])[] = [
  ['2014-03-01', 0.995, 110],
  ['2014-05-01', 0.93, 45],
  ['2014-06-01', 0.78, 32],
  ['2014-07-01', 0.5, 12],
]

/** Cases of the first year are nearly all closed, those of the last weeks half open. */
function stay(random: Random, opened: Day): number | null {
  const [, closed, longest] = CLOSING.find(([before]) => opened < before) ?? ['', 0, 12]
  return random.chance(closed) ? random.int(6, longest) : null
}

const refusal = (random: Random) => random.weighted({ REFUSED: 60, ABSENT: 25, WITHDRAWN: 15 })

function beforeFile(random: Random, code: CaseCode, counted: boolean): CaseFile {
  const opened = opening(random, BEFORE)
  const stats = counted ? 'GIVEN' : refusal(random)
  const plan = spec(random, code, { span: BEFORE, opened, stats, staysOpen: stay(random, opened) })
  const refers = opened <= LAST_REFERRAL_BEFORE && random.chance(SHARE_REFERRED)
  return buildFile(random, {
    ...plan,
    referrals: refers ? pastReferral(random, plan.office, plan.situation, opened) : [],
  })
}

function quarterFile(random: Random, code: CaseCode, counted: boolean): CaseFile {
  const opened = opening(random, IN_QUARTER)
  const stats = counted ? 'GIVEN' : refusal(random)
  return buildFile(
    random,
    spec(random, code, { span: IN_QUARTER, opened, stats, staysOpen: stay(random, opened) }),
  )
}

function referralToFive(
  random: Random,
  office: OfficeId,
  situation: SituationName,
  opened: Day,
): ReferralPlan | null {
  const { refers, sealed }: Situation = SITUATIONS[situation]
  const offered = refers.filter(
    ([partner, service]) => FIVE.includes(partner) && isOffered(partner, service, office),
  )
  const [partner, service] = sealed ? [] : (random.pick(offered) ?? [])
  if (!partner || !service) return null
  const goal = random.weighted<Goal>(ENDINGS)
  const start = at(
    workday(plusDays(opened, random.int(1, 5))),
    `${random.pick(['09', '11', '14'])}:${random.int(10, 59)}`,
  )
  const priority = random.weighted<Referral['priority']>(PRIORITIES)
  return { partner, service, priority, goal, start, ...ending(random, partner, goal) }
}

/** A case of April or May whose referral to one of the five is settled by now. */
function referredFile(random: Random, code: CaseCode): CaseFile {
  for (;;) {
    const opened = opening(random, { ...IN_QUARTER, lastFirst: '2014-05-28' })
    const plan = spec(random, code, {
      span: IN_QUARTER,
      opened,
      stats: 'GIVEN',
      staysOpen: random.int(15, 50),
    })
    const referral = referralToFive(random, plan.office, plan.situation, opened)
    if (referral) return buildFile(random, { ...plan, referrals: [referral] })
  }
}

/**
 * Fills the past up to the pilot figures: however the demo cases and the open work change, the totals
 * stay, because only what they leave over is planned here.
 */
export function historyFiles(others: readonly CaseFile[], nextCode: NextCode): CaseFile[] {
  const counted = others.filter(isNewInQuarter)
  const referred = figure('referred') - counted.filter(isReferred).length
  const newcomers = figure('newly_assisted') - counted.length - referred
  const before = figure('assisted_before') - others.filter(isFromBefore).length
  const times = (count: number, kind: string, build: (random: Random) => CaseFile): CaseFile[] =>
    Array.from({ length: Math.max(0, Math.round(count)) }, (_, index) =>
      build(chance(`history:${kind}:${index}`)),
    )
  return [
    ...times(before, 'before', (random) => beforeFile(random, nextCode(), true)),
    ...times(before * UNCOUNTED, 'before-uncounted', (random) => beforeFile(random, nextCode(), false)),
    ...times(newcomers, 'quarter', (random) => quarterFile(random, nextCode(), true)),
    ...times(figure('newly_assisted') * UNCOUNTED, 'uncounted', (random) =>
      quarterFile(random, nextCode(), false),
    ),
    ...times(referred, 'referred', (random) => referredFile(random, nextCode())),
  ]
}
