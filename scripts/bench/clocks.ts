import { openCalendar } from '@/lib/engines/clocks/calendar'
import { referralClocks } from '@/lib/engines/clocks/clocks'
import { figures } from '@/lib/engines/clocks/figures'
import { MALI_OFFICE } from '@/lib/engines/clocks/office'
import { overrideRules } from '@/lib/engines/clocks/override'
import { byPressure, pressing } from '@/lib/engines/clocks/pressing'
import { REFERRAL_RULES } from '@/lib/engines/clocks/rules'
import type { ClockEvent } from '@/lib/engines/clocks/types'
import { clockWords } from '@/lib/engines/clocks/words'
import type { BenchTable } from './figures/table'

const HOUR = 3_600_000
const FIRST = Date.UTC(2014, 3, 1, 8)
const NOW = new Date(Date.UTC(2014, 5, 30, 9))
const REFERRALS = 4_000
const PAGE = 25
const ROUNDS = 5

/** Clocks of made-up referrals, always the same ones: how many a second, and what a page of them costs. */
export async function bench(): Promise<BenchTable> {
  const referrals = makeReferrals()
  const hours = REFERRAL_RULES.URGENT
  const inDays = ['approve', 'acknowledge', 'decide', 'feedback', 'verify'] as const
  const days = overrideRules(
    REFERRAL_RULES,
    inDays.map((kind) => ({ row: 'URGENT', kind, limit: 3, unit: 'WORKING_DAYS' })),
  ).URGENT
  const mali = openCalendar(MALI_OFFICE)
  const paris = openCalendar({ ...MALI_OFFICE, timeZone: 'Europe/Paris' })
  const all = (rules: typeof hours, calendar: typeof mali) =>
    referrals.flatMap((events) => referralClocks(events, rules, calendar, NOW))
  const decisions = all(hours, mali).filter(({ kind }) => kind === 'decide')
  const page = () =>
    referrals
      .slice(0, PAGE)
      .map((events) => pressing(referralClocks(events, hours, mali, NOW)))
      .filter((clock) => clock !== null)
      .sort(byPressure)
      .map(clockWords)
  return {
    title: 'Clocks',
    columns: ['What', 'Size', 'Milliseconds', 'Clocks a second'],
    rows: [
      ['A page: most pressing clock and its words', `${PAGE} referrals`, millis(time(page)), '–'],
      row(
        'Counted in hours',
        time(() => all(hours, mali)),
      ),
      row(
        'Counted in working days, Bamako',
        time(() => all(days, mali)),
      ),
      row(
        'Counted in working days, Paris (daylight saving)',
        time(() => all(days, paris)),
      ),
      [
        'Median, p90 and on-time rate',
        `${decisions.length} clocks`,
        millis(time(() => [figures(decisions)])),
        '–',
      ],
    ],
    notes: [
      `Median of ${ROUNDS} rounds after one to warm up, one core, ${REFERRALS} referrals made with a fixed seed.`,
      'Each referral is read from its events anew: nothing is kept between two readings but the calendar.',
    ],
  }
}

type Timing = { ms: number; made: number }

function row(what: string, { ms, made }: Timing): (string | number)[] {
  return [what, `${made} clocks`, millis({ ms, made }), Math.round(made / (ms / 1_000))]
}

const millis = ({ ms }: Timing): number => Math.round(ms * 100) / 100

function time(work: () => readonly unknown[]): Timing {
  const made = work().length
  const rounds = Array.from({ length: ROUNDS }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return { ms: rounds.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0, made }
}

function makeReferrals(): ClockEvent[][] {
  const next = lottery(20140630)
  return Array.from({ length: REFERRALS }, () => {
    let at = FIRST + Math.floor(next() * 80 * 24) * HOUR
    const step = (verb: string, to: string): ClockEvent => {
      at += next() * 40 * HOUR
      return { verb, to, at: new Date(at) }
    }
    const events = [step('submit', 'PENDING_APPROVAL'), step('approve', 'APPROVED'), step('send', 'SENT')]
    if (next() < 0.8) events.push(step('acknowledge', 'ACKNOWLEDGED'))
    if (next() < 0.3) events.push(step('ask', 'INFO_REQUESTED'), step('answer', 'ACKNOWLEDGED'))
    if (next() < 0.7) events.push(step('accept', 'ACCEPTED'), step('complete', 'COMPLETED'))
    return events
  })
}

/** Park and Miller's generator: numbers from 0 to 1, the same on every machine. */
function lottery(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
