import { readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { en } from '@/lib/base/wording/en/clocks'
import { openCalendar } from './calendar'
import { referralClocks } from './clocks'
import { MALI_OFFICE } from './office'
import { pressing } from './pressing'
import { ALERT_RULES, CASE_RULES, REFERRAL_RULES, type RuleTable } from './rules'
import type { ClockEvent, ClockRule, Phrase } from './types'
import { clockWords } from './words'

const page = readFileSync(new URL('../../../docs/engines/clocks.md', import.meta.url), 'utf8')
const office = openCalendar(MALI_OFFICE)
const june = (text: string) => new Date(`2014-06-${text}:00Z`)
const say = ({ key, values }: Phrase) =>
  String(
    new IntlMessageFormat(en[key.replace('clocks.', '') as keyof typeof en], 'en').format(values),
  ).replaceAll('\u00a0', ' ')

const FOOD: ClockEvent[] = [
  { verb: 'send', from: 'APPROVED', to: 'SENT', at: june('27T08:10') },
  { verb: 'acknowledge', from: 'SENT', to: 'ACKNOWLEDGED', at: june('27T09:55') },
  { verb: 'ask', from: 'ACKNOWLEDGED', to: 'INFO_REQUESTED', at: june('27T11:05') },
  { verb: 'answer', from: 'INFO_REQUESTED', to: 'ACKNOWLEDGED', at: june('27T13:20') },
]

function decisionAt(now: Date) {
  const clocks = referralClocks(FOOD, REFERRAL_RULES.URGENT, office, now)
  const decision = clocks.find(({ kind }) => kind === 'decide')
  if (!decision) throw new Error('no decision clock')
  return decision
}

const day = (at: Date) => at.toUTCString().replace(/^(\w+), (\d+ \w+) \d+ (\d+:\d+).*/, '$1 $2 $3')
const used = (ms: number) => `${Math.floor(ms / 3_600_000)}:${String((ms / 60_000) % 60).padStart(2, '0')}`
const line = (cells: (string | number)[]) => `| ${cells.join(' | ')} |`

test('the worked example on the page is what the engine answers', () => {
  const now = june('30T09:42')
  const decision = decisionAt(now)
  const steps = decision.steps.map((step) => {
    const then = decisionAt(step.at)
    return line([day(step.at), say(step), then.pausedSince ? 'stands' : 'runs', used(then.used)])
  })
  const last = line([day(now), 'now', say(clockWords(decision)), used(decision.used)])
  expect(section('example')).toContain([...steps, last].join('\n'))
  expect(pressing([decision])?.due).toEqual(june('30T10:25'))
})

test('the limits on the page are the default settings', () => {
  const tables = [
    limits('Referral', REFERRAL_RULES),
    limits('Alert', ALERT_RULES),
    limits('Case', CASE_RULES),
  ]
  expect(section('limits')).toBe(tables.join('\n\n'))
})

test('the page states the number of timelines', () => {
  const table = readFileSync(new URL('./timelines.md', import.meta.url), 'utf8')
  const rows = table.split('\n').filter((row) => row.startsWith('| ') && !row.startsWith('| What'))
  expect(rows.length).toBe(65)
  expect(page).toContain('Sixty-five timelines')
})

function section(name: string): string {
  const [, found = ''] = new RegExp(`<!-- ${name}:.*-->\\n([\\s\\S]*?)\\n<!-- /${name} -->`).exec(page) ?? []
  return found
}

function limits<Row extends string, K extends string>(title: string, table: RuleTable<Row, K>): string {
  const rows = Object.entries<Readonly<Record<K, ClockRule>>>(table)
  const kinds = Object.keys(rows[0]?.[1] ?? {})
  const rule = ({ limit, unit }: ClockRule) => `${limit} ${unit === 'HOURS' ? 'h' : 'd'}`
  return [
    line([title, ...kinds]),
    `|---${'|---'.repeat(kinds.length)}|`,
    ...rows.map(([row, rules]) => line([row, ...Object.values<ClockRule>(rules).map(rule)])),
  ].join('\n')
}
