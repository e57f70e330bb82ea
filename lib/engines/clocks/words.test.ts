import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { en } from '@/lib/base/wording/en/clocks'
import { fr } from '@/lib/base/wording/fr/clocks'
import { between } from './between'
import { openCalendar } from './calendar'
import { readClocks } from './clocks'
import { MALI_OFFICE } from './office'
import { spell } from './spell'
import type { Clock, ClockRule, Phrase, Wiring } from './types'
import { ALERT_WIRING, CASE_WIRING, REFERRAL_WIRING } from './wiring'
import { barOf, clockName, clockWords, toneOf, waitingWords } from './words'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const FRIDAY = Date.UTC(2014, 5, 6, 8)
const office = openCalendar(MALI_OFFICE)
const wiring: Wiring = { starts: ['start'], meets: ['done'], ends: ['cancel'] }
const RULE: ClockRule = { limit: 24, unit: 'HOURS', warnAt: [0.5, 0.8], pauseIn: ['ASKED'] }

/** A clock begun on Friday 6 June 08:00, read `after` ms later. */
function clockAfter(after: number, rule: Partial<ClockRule> = {}, ...verbs: [string, number][]): Clock {
  const at = (ms: number) => new Date(FRIDAY + ms)
  const later = verbs.map(([verb, ms]) => ({ verb, at: at(ms), to: verb === 'ask' ? 'ASKED' : null }))
  const events = [{ verb: 'start', at: at(0) }, ...later]
  const rules = { task: { ...RULE, ...rule } }
  const [clock] = readClocks(['task'], { task: wiring }, { events, rules, calendar: office, now: at(after) })
  if (!clock) throw new Error('no clock')
  return clock
}

const short = (key: string) => key.replace('clocks.', '') as keyof typeof fr
const bound = ({ key, values }: Phrase) => String(new IntlMessageFormat(fr[short(key)], 'fr').format(values))
const french = (phrase: Phrase) => bound(phrase).replaceAll('\u00a0', ' ')
const english = ({ key, values }: Phrase) =>
  String(new IntlMessageFormat(en[short(key)], 'en').format(values)).replaceAll('\u00a0', ' ')

test.each<[number, string, string]>([
  [30_000, 'Reste moins d’une minute', 'less than a minute left'],
  [43 * MINUTE + 59_000, 'Reste 43 min', '43 min left'],
  [HOUR, 'Reste 1 h', '1 h left'],
  [65 * MINUTE, 'Reste 1 h 05', '1 h 05 left'],
  [DAY, 'Reste 1 j', '1 d left'],
  [44 * HOUR, 'Reste 1 j 20 h', '1 d 20 h left'],
  [2 * DAY + 23 * HOUR, 'Reste 2 j', '2 d left'],
  [17 * DAY, 'Reste 17 j', '17 d left'],
])('%d ms left are said as “%s”', (left, frenchText, englishText) => {
  const clock = clockAfter(20 * DAY - left, { limit: 480 })
  expect(french(clockWords(clock))).toBe(frenchText)
  expect(english(clockWords(clock))).toBe(englishText)
})

test('a service that was not obtained is not "done", whoever said so', () => {
  const at = (hours: number) => new Date(FRIDAY + hours * HOUR)
  const read = (verb: string) => {
    const events = [
      { verb: 'accept', at: at(0) },
      { verb, at: at(2) },
    ]
    const rules = { feedback: { ...RULE, limit: 72 } }
    const wired = { feedback: REFERRAL_WIRING.feedback }
    return readClocks(['feedback'], wired, { events, rules, calendar: office, now: at(5) })[0]
  }
  const [none, served] = [read('report-not-accessed'), read('complete')]
  if (!none || !served) throw new Error('no clock')
  expect(french(clockWords(none))).toBe('Non obtenu, su en 2 h, limite 72 h')
  expect(english(clockWords(none))).toMatch(/^Not obtained/)
  expect([toneOf(none), toneOf(served)]).toEqual(['calm', 'good'])
  expect(french(clockWords(served))).toBe('Fourni en 2 h, limite 72 h')
})

test.each([
  ['reply', 'ask', 'decline', 'Arrêté après 2 h, limite 72 h'],
  ['reply', 'ask', 'answer', 'Répondu en 2 h, limite 72 h'],
  ['explain', 'contest', 'close-unserved', 'Arrêté après 2 h, limite 72 h'],
  ['explain', 'contest', 'complete', 'Répondu en 2 h, limite 72 h'],
] as const)('%s, ended by %s and %s, says who answered only when somebody did', (kind, start, end, said) => {
  const at = (hours: number) => new Date(FRIDAY + hours * HOUR)
  const events = [
    { verb: start, at: at(0) },
    { verb: end, at: at(2) },
  ]
  const rule = { ...RULE, limit: 72 }
  const rules = { reply: rule, explain: rule }
  const wired = { reply: REFERRAL_WIRING.reply, explain: REFERRAL_WIRING.explain }
  const [clock] = readClocks([kind], wired, { events, rules, calendar: office, now: at(5) })
  expect(clock && french(clockWords(clock))).toBe(said)
})

test('a number is never torn from its unit', () => {
  const [clock] = [
    between('x', { since: new Date(FRIDAY), due: new Date(FRIDAY + 31 * HOUR) }, new Date(FRIDAY)),
  ]
  expect(bound(clockWords(clock))).toBe('Reste 1\u00a0j\u00a07\u00a0h')
})

describe('a clock in a list', () => {
  test('says how late it is in real time, Sundays included', () => {
    expect(french(clockWords(clockAfter(18 * DAY)))).toBe('En retard de 17 j')
    expect(french(clockWords(clockAfter(2 * DAY, { limit: 1, unit: 'WORKING_DAYS' })))).toBe('Reste 1 j')
    const late = clockAfter(9 * DAY, { limit: 1, unit: 'WORKING_DAYS' })
    expect(french(clockWords(late))).toBe('En retard de 6 j')
  })

  test('says working days while there is one left', () => {
    expect(french(clockWords(clockAfter(0, { limit: 3, unit: 'WORKING_DAYS' })))).toBe('Reste 3 jours ouvrés')
    expect(english(clockWords(clockAfter(0, { limit: 1, unit: 'WORKING_DAYS' })))).toBe('1 working day left')
  })

  test('says since when it is paused, and what waits without a limit', () => {
    expect(french(clockWords(clockAfter(3 * HOUR, {}, ['ask', HOUR])))).toBe('En pause depuis 2 h')
    const waiting = waitingWords(new Date(FRIDAY), new Date(FRIDAY + 4 * DAY))
    expect([french(waiting), english(waiting)]).toEqual(['Depuis 4 j', 'Waiting 4 d'])
  })

  test('says how long an answer took, and what its limit was', () => {
    expect(french(clockWords(clockAfter(DAY, {}, ['done', 105 * MINUTE])))).toBe(
      'Fait en 1 h 45, limite 24 h',
    )
    expect(french(clockWords(clockAfter(3 * DAY, {}, ['done', 2 * DAY])))).toBe(
      'Fait en 2 j, hors délai, limite 24 h',
    )
    expect(french(clockWords(clockAfter(DAY, {}, ['cancel', HOUR])))).toBe('Arrêté après 1 h, limite 24 h')
  })

  test('has a tone and a bar', () => {
    const tones = [HOUR, 20 * HOUR, 25 * HOUR].map((after) => toneOf(clockAfter(after)))
    expect(tones).toEqual(['calm', 'soon', 'late'])
    expect(toneOf(clockAfter(HOUR, { limit: 4 }))).toBe('soon')
    expect(toneOf(clockAfter(DAY, {}, ['done', HOUR]))).toBe('good')
    expect(toneOf(clockAfter(DAY, {}, ['cancel', HOUR]))).toBe('calm')
    expect(toneOf(clockAfter(DAY, {}, ['ask', 23 * HOUR]))).toBe('calm')
    expect([6 * HOUR, 23.9 * HOUR, 3 * DAY].map((after) => barOf(clockAfter(after)))).toEqual([25, 99, 100])
  })
})

test('every clock and every verb wired to it has its own words in both languages', () => {
  const wirings = { ...REFERRAL_WIRING, ...ALERT_WIRING, ...CASE_WIRING }
  const verbs = Object.values(wirings).flatMap((one) => Object.values(one).flat())
  for (const kind of Object.keys(wirings)) {
    expect(french(clockName(kind))).not.toBe('Échéance')
    expect(english(clockName(kind))).not.toBe('Due')
  }
  for (const verb of verbs.filter((one) => typeof one === 'string' && /^[a-z-]+$/.test(one))) {
    const step: Phrase = { key: 'clocks.step.ended', values: { verb: String(verb).replaceAll('-', '_') } }
    expect(french(step)).not.toMatch(/^Changement/)
    expect(english(step)).not.toMatch(/^Change/)
  }
})

test('both languages take the same values', () => {
  const all = { kind: 'decide', verb: 'send', ...spell('left', DAY), ...spell('late', DAY) }
  const values = {
    ...all,
    year: '2016',
    ...spell('since', DAY),
    ...spell('used', DAY),
    ...spell('limit', DAY, 'WORKING_DAYS'),
  }
  const slots = (text: string) => [...new Set(text.match(/\{[a-z]+(?:Shape|[DHM])?[,}]/g))].sort()
  for (const [key, text] of Object.entries(fr)) {
    const other = en[key as keyof typeof fr]
    expect(slots(other)).toEqual(slots(text))
    expect(new IntlMessageFormat(text, 'fr').format(values)).not.toContain('{')
    expect(new IntlMessageFormat(other, 'en').format(values)).not.toContain('{')
  }
})

test('what was given back in time was looked at, and is not said to be approved', () => {
  const at = (hours: number) => new Date(FRIDAY + hours * HOUR)
  const steps = (verb: string) => [
    { verb: 'submit', at: at(0), to: 'PENDING_APPROVAL' },
    { verb, at: at(2), to: null },
  ]
  const said = (verb: string) => {
    const [clock] = readClocks(
      ['approve'],
      { approve: REFERRAL_WIRING.approve },
      { events: steps(verb), rules: { approve: RULE }, calendar: office, now: at(3) },
    )
    return clock && french(clockWords(clock))
  }
  expect([said('return'), said('approve')]).toEqual([
    'Renvoyé en 2 h, limite 24 h',
    'Validé en 2 h, limite 24 h',
  ])
})
