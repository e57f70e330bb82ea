import { beforeAll, describe, expect, test } from 'vitest'
import { root } from '@/lib/testing/database'
import { everyVerb } from '@/lib/testing/every-verb'
import { KEPT } from '@/scripts/dictionary/kept'
import {
  type Asking,
  type Column,
  dictionaryPage,
  isNotKept,
  meaningOf,
  TABLES,
} from '@/scripts/dictionary/page'
import type { READERS } from '@/scripts/dictionary/words'

/** The logins that may ask a table for something at all, for each answer to "who reads". */
const LOGINS: Readonly<Record<keyof typeof READERS, string>> = {
  nobody: '',
  signIn: 'auth',
  instance: 'auth partner report web worker',
  everybody: 'partner web',
  shared: 'partner web',
  self: 'partner web',
  kept: 'partner web',
  reach: 'web',
  team: 'web',
  compartment: 'web',
  part: 'web',
  incident: 'web',
  queue: 'web',
  holding: 'web',
  document: 'partner web',
  flag: 'web',
  triage: 'web',
  pair: 'web',
  offered: 'web',
  view: 'web',
  hearer: 'web',
  sender: 'web',
  told: 'web',
  staff: 'web',
  leave: 'web',
  office: 'web',
  log: 'web',
  exporter: 'web',
}
/** The sign-in login finds the account and its offices before anybody is signed in. */
const ASKED_AT_THE_DOOR = ['access.users', 'access.user_offices']

let columns: Column[]
let asking: Asking[]

beforeAll(async () => {
  columns = await root()<Column[]>`
    select n.nspname || '.' || c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
      has_column_privilege('relais_partner', c.oid, a.attnum, 'select') as partner
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where n.nspname in ('access', 'app', 'audit', 'clock', 'jobs', 'report', 'vault') and c.relkind in ('r', 'p', 'm', 'v')
      and a.attnum > 0 and not a.attisdropped
    order by 1, a.attnum`
  const verbs = await everyVerb()
  asking = verbs
    .map(({ name, form }) => ({ name, noun: form.noun, fields: form.fields }))
    .sort((a, b) => `${a.name} ${a.noun}`.localeCompare(`${b.name} ${b.noun}`, 'en'))
})

const placesOf = (name: string, field: string) => KEPT[name]?.[field] ?? []

describe('the data dictionary', () => {
  test('knows where the answer to every question of every form is kept', () => {
    const silent = asking.flatMap(({ name, fields }) =>
      Object.keys(fields)
        .filter((field) => placesOf(name, field).length === 0)
        .map((field) => `${name} ${field}`),
    )
    expect(silent).toEqual([])
  })

  test('names no question that no form asks', () => {
    const asked = new Set(
      asking.flatMap(({ name, fields }) => Object.keys(fields).map((field) => `${name} ${field}`)),
    )
    const named = Object.entries(KEPT).flatMap(([name, fields]) =>
      Object.keys(fields).map((field) => `${name} ${field}`),
    )
    expect(named.filter((one) => !asked.has(one))).toEqual([])
  })

  test('names no place that does not exist', () => {
    const there = new Set(columns.map(({ table, column }) => `${table}.${column}`))
    const places = Object.values(KEPT).flatMap((fields) => Object.values(fields).flat())
    expect([...new Set(places)].filter((place) => !isNotKept(place) && !there.has(place))).toEqual([])
  })

  test('says of every table what a row is, and of every column what it means', () => {
    expect([...new Set(columns.map(({ table }) => table))].filter((table) => !TABLES[table])).toEqual([])
    const mute = columns.filter((one) => meaningOf(one, asking) === '')
    expect(mute.map(({ table, column }) => `${table}.${column}`)).toEqual([])
  })

  test('says nothing of what is not there', () => {
    const there = new Set(columns.flatMap(({ table, column }) => [table, `${table}.${column}`]))
    const said = Object.entries(TABLES).flatMap(([table, words]) => [
      table,
      ...Object.keys(words.columns ?? {}).map((column) => `${table}.${column}`),
    ])
    expect(said.filter((one) => !there.has(one))).toEqual([])
  })

  test('says who reads a table as the grants have it', async () => {
    const granted = await root()<{ table: string; logins: string }[]>`
      select n.nspname || '.' || c.relname as table, coalesce(string_agg(g, ' ' order by g), '') as logins
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
        left join unnest(array['auth', 'partner', 'report', 'web', 'worker']) g on has_any_column_privilege('relais_' || g, c.oid, 'select')
      where n.nspname in ('access', 'app', 'audit', 'clock', 'jobs', 'report', 'vault') and c.relkind in ('r', 'p', 'm', 'v')
      group by 1`
    const wrong = granted.filter(({ table, logins }) => {
      const said = LOGINS[TABLES[table]?.read ?? 'nobody']
      return logins !== (ASKED_AT_THE_DOOR.includes(table) ? `auth ${said}` : said)
    })
    expect(wrong.map(({ table, logins }) => `${table}: ${logins}`)).toEqual([])
  })

  test('stands in docs/data-dictionary.md as it is today', async () => {
    await expect(dictionaryPage(columns, asking)).toMatchFileSnapshot('../docs/data-dictionary.md')
  })
})
