import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { openCalendar } from './calendar'
import { readClocks, SKEW_MS } from './clocks'
import type { Clock, ClockEvent, ClockRule, Wiring } from './types'
import { fromWall, toWall } from './wall'
import { openZone } from './zone'

const MINUTE = 60_000
const DAY = 86_400_000
const BASE = Date.UTC(2014, 5, 2)
const ZONES = [
  'Africa/Bamako',
  'Europe/Paris',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Asia/Kathmandu',
]

const wiring: Wiring = {
  starts: ['start'],
  meets: ['done'],
  ends: ['cancel'],
  resumes: ['undo'],
  handsOver: ['hand-over'],
  rebases: ['rebase'],
}
const TO: Record<string, string> = { ask: 'ASKED', answer: 'ANSWERED' }

/** Over forty days, often within a few minutes of one noon, where the skew of clocks matters. */
const NOON = 60 * 24 * 20 + 720
const minute = fc.oneof(
  fc.integer({ min: 0, max: 60 * 24 * 40 }),
  fc.integer({ min: NOON - 4, max: NOON + 4 }),
)
const instant = minute.map((n) => new Date(BASE + n * MINUTE))
const event = fc
  .record({
    verb: fc.constantFrom('start', 'start', 'ask', 'answer', 'done', 'cancel', 'undo', 'hand-over', 'rebase'),
    at: instant,
  })
  .map(({ verb, at }): ClockEvent => ({ verb, at, to: TO[verb] ?? null, reason: 'Parce que' }))
const events = fc.array(event, { maxLength: 12 })
const rule = fc.record({
  limit: fc.integer({ min: 1, max: 20 }),
  unit: fc.constantFrom('HOURS', 'DAYS', 'WORKING_DAYS'),
  warnAt: fc.constantFrom([], [0.5], [0.5, 0.8]),
  pauseIn: fc.constantFrom([], ['ASKED']),
}) satisfies fc.Arbitrary<ClockRule>
const holidays = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 6 })
const closedWeekdays = fc.subarray([1, 2, 3, 4, 5, 6, 7], { maxLength: 6 })
const timeZone = fc.constantFrom(...ZONES)

const dayText = (n: number) => new Date(BASE + n * DAY).toISOString().slice(0, 10)
const scene = fc
  .record({ events, rule, now: instant, holidays, closedWeekdays, timeZone })
  .map((made) => ({ ...made, shift: 0 }))
type Scene = typeof scene extends fc.Arbitrary<infer S> ? S : never

/** The clocks of a scene, everything in it moved by whole weeks. */
function read({ events, rule, now, holidays, closedWeekdays, timeZone, shift }: Scene): Clock[] {
  const by = shift * 7
  const calendar = openCalendar({
    timeZone,
    closedWeekdays,
    holidays: holidays.map((n) => dayText(n + by)),
    closures: [{ from: dayText(20 + by), to: dayText(22 + by) }],
  })
  const move = (at: Date) => new Date(at.getTime() + by * DAY)
  return readClocks(
    ['task'],
    { task: wiring },
    {
      events: events.map((one) => ({ ...one, at: move(one.at) })),
      rules: { task: rule },
      calendar,
      now: move(now),
    },
  )
}

const check = <T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void) =>
  fc.assert(fc.property(arbitrary, holds), { numRuns: 600 })

vi.setConfig({ testTimeout: 60_000 })

describe('for any events, rule, calendar and now', () => {
  test('used and left make the limit', () => {
    check(scene, (any) => {
      for (const { used, left, limit, ratio } of read(any)) {
        expect(used + left).toBe(limit)
        expect(used).toBeGreaterThanOrEqual(0)
        expect(ratio).toBe(used / limit)
      }
    })
  })

  test('an event that no clock knows changes nothing', () => {
    const other = fc.record({ verb: fc.constantFrom('edit', 'reassign', 'view', 'remind'), at: instant })
    check(fc.tuple(scene, fc.array(other, { minLength: 1, maxLength: 5 })), ([any, others]) => {
      expect(read({ ...any, events: [...others, ...any.events] })).toEqual(read(any))
    })
  })

  test('while nothing happens, time used only grows and what is late stays late', () => {
    check(fc.tuple(scene, minute), ([any, more]) => {
      const quiet = any.events.filter(({ at }) => at <= any.now)
      const before = read({ ...any, events: quiet })
      const after = read({ ...any, events: quiet, now: new Date(any.now.getTime() + more * MINUTE) })
      expect(after.length).toBe(before.length)
      before.forEach((clock, i) => {
        const later = after[i]
        expect(later?.used).toBeGreaterThanOrEqual(clock.used)
        expect(later?.due).toEqual(clock.due)
        if (clock.state === 'breached') expect(later?.state).toBe('breached')
        if (clock.stoppedAt) expect(later?.used).toBe(clock.used)
      })
    })
  })

  test('whatever happens, a later now never takes back a clock or time used', () => {
    check(fc.tuple(scene, minute), ([any, more]) => {
      const after = read({ ...any, now: new Date(any.now.getTime() + more * MINUTE) })
      read(any).forEach(({ startedAt, used }, i) => {
        expect(after[i]?.startedAt).toEqual(startedAt)
        expect(after[i]?.used).toBeGreaterThanOrEqual(used)
      })
    })
  })

  test('a clock that has stopped for good is not moved by a later now', () => {
    check(fc.tuple(scene, minute), ([any, more]) => {
      const quiet = any.events.filter(({ at }) => at <= any.now)
      const stopped = (now: Date) => read({ ...any, events: quiet, now }).filter(({ stoppedAt }) => stoppedAt)
      const still = ({ asOf: _, ...clock }: Clock) => clock
      const later = new Date(any.now.getTime() + more * MINUTE)
      expect(stopped(later).map(still)).toEqual(stopped(any.now).map(still))
    })
  })

  test('everything some weeks later gives the answer some weeks later', () => {
    const fixed = fc.constantFrom('Africa/Bamako', 'Asia/Kathmandu')
    check(fc.tuple(scene, fixed, fc.integer({ min: -200, max: 400 })), ([any, zone, weeks]) => {
      const here = read({ ...any, timeZone: zone })
      const there = read({ ...any, timeZone: zone, shift: weeks })
      const moved = (at: Date | null) => at && new Date(at.getTime() + weeks * 7 * DAY)
      expect(there.map(({ due, used, state, breachedAt }) => ({ due, used, state, breachedAt }))).toEqual(
        here.map(({ due, used, state, breachedAt }) => ({
          due: moved(due),
          used,
          state,
          breachedAt: moved(breachedAt),
        })),
      )
    })
  })

  test('late means after the due instant, and warnings come before it', () => {
    check(scene, (any) => {
      for (const { state, due, stoppedAt, asOf, warnings, startedAt, left } of read(any)) {
        const until = stoppedAt ?? asOf
        expect(state === 'breached').toBe(due !== null && until > due)
        if (!due) continue
        // A running clock cannot be due before what is left has passed, a skipped hour apart.
        if (state === 'running')
          expect(due.getTime()).toBeGreaterThanOrEqual(asOf.getTime() + left - 60 * MINUTE)
        expect(due.getTime()).toBeGreaterThanOrEqual(startedAt.getTime())
        for (const { at } of warnings) expect(at?.getTime()).toBeLessThanOrEqual(due.getTime())
      }
    })
  })

  test('the order in which events are given does not matter', () => {
    const distinct = fc.uniqueArray(event, { maxLength: 10, selector: ({ at }) => at.getTime() })
    check(
      fc.tuple(
        scene,
        distinct.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
      ),
      ([any, [all, shuffled]]) => {
        expect(read({ ...any, events: shuffled })).toEqual(read({ ...any, events: all }))
      },
    )
  })

  test('reading the due instant as now leaves nothing, within the hour a spring change may skip', () => {
    check(scene, (any) => {
      const quiet = any.events.filter(({ at }) => at.getTime() <= any.now.getTime() - SKEW_MS)
      const last = read({ ...any, events: quiet }).at(-1)
      if (!last?.due || last.stoppedAt || last.due < any.now) return
      const then = read({ ...any, events: quiet, now: last.due }).at(-1)
      expect(then?.state).toBe('running')
      expect(Math.abs(then?.left ?? 1)).toBeLessThanOrEqual(
        any.timeZone === 'Africa/Bamako' ? 0 : 60 * MINUTE,
      )
    })
  })
})

test('wall time comes back to the same instant or to the first that shows it', () => {
  const anyTime = fc.integer({ min: Date.UTC(2012, 0, 1) / MINUTE, max: Date.UTC(2030, 0, 1) / MINUTE })
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), anyTime, (name, minutes) => {
      const zone = openZone(name)
      const wall = toWall(zone, minutes * MINUTE)
      const back = fromWall(zone, wall)
      expect(back).toBeLessThanOrEqual(minutes * MINUTE)
      expect(toWall(zone, back)).toBe(wall)
    }),
    { numRuns: 1_000 },
  )
})
