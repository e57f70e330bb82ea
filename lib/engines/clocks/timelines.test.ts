import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openCalendar } from './calendar'
import { readClocks } from './clocks'
import { MALI_OFFICE } from './office'
import type { Clock, ClockEvent, ClockRule, ClockUnit, Wiring } from './types'

/** The rows of the Markdown tables, without their headings. */
const TABLE = readFileSync(new URL('./timelines.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| What'))
  .map((line) => line.slice(2, -2).split(' | '))

const wiring: Wiring = {
  starts: ['start'],
  meets: ['done'],
  ends: ['cancel'],
  resumes: ['undo'],
  handsOver: ['hand-over'],
  rebases: ['rebase'],
}
const STATE: Record<string, string> = { ask: 'ASKED', answer: 'ANSWERED' }
const UNIT: Record<string, ClockUnit> = { h: 'HOURS', d: 'DAYS', wd: 'WORKING_DAYS' }

/** `Mon 02 Jun 08:00`, refused when the weekday is not that of 2014. */
function time(text: string): Date {
  const at = new Date(`${text.slice(4, 10)} 2014 ${text.slice(11)} UTC`)
  if (write(at) !== text) throw new Error(`no such day in 2014: ${text}`)
  return at
}

function write(at: Date): string {
  const [, weekday, day, month, , clock] = /^(\w+), (\d+) (\w+) (\d+) (\d+:\d+)/.exec(at.toUTCString()) ?? []
  return `${weekday} ${day} ${month} ${clock}`
}

function event(text: string): ClockEvent {
  const verb = text.slice(17)
  return { verb, at: time(text.slice(0, 16)), to: STATE[verb] ?? null, reason: 'Délai allongé par l’équipe' }
}

function rule(text: string): ClockRule {
  const [limit, unit = ''] = text.trim().split(' ')
  return { limit: Number(limit), unit: UNIT[unit] ?? 'HOURS', warnAt: [0.5], pauseIn: ['ASKED'] }
}

function rules(text: string) {
  return text.split(', from ').map((version, i) => {
    const from = i === 0 ? null : time(version.slice(0, 16))
    return { from, rules: { task: rule(from ? version.slice(17) : version) } }
  })
}

const duration = (ms: number) =>
  `${Math.floor(ms / 3_600_000)}:${String((ms / 60_000) % 60).padStart(2, '0')}`

function read({ state, due, used, pausedSince }: Clock): string {
  const paused = pausedSince ? `, paused since ${write(pausedSince)}` : ''
  return `${state}, ${due ? `due ${write(due)}` : 'no due'}, used ${duration(used)}${paused}`
}

test.each(TABLE)('%s', (_title, limit = '', events = '', now = '', expected = '') => {
  const [text = '', timeZone = 'Africa/Bamako'] = limit.split(' @')
  const closedWeekdays = text.includes('[5]') ? [5] : [6, 7]
  const closures = [{ from: '2014-08-11', to: '2014-08-13' }]
  const clocks = readClocks(
    ['task'],
    { task: wiring },
    {
      events: events.split('; ').map(event),
      rules: rules(text.replace(' [5]', '')),
      calendar: openCalendar({ ...MALI_OFFICE, timeZone, closedWeekdays, closures }),
      now: time(now),
    },
  )
  expect(clocks.map(read).join(' + ') || 'no clock').toBe(expected)
})

test('the table holds at least fifty timelines', () => {
  expect(new Set(TABLE.map(([title]) => title)).size).toBeGreaterThanOrEqual(50)
})
