import { getTableColumns } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { KEPT } from '@/lib/casework/people/kept'
import { people } from '@/lib/platform/db/schema'
import { root } from '@/lib/testing/database'
import { PAST, THROUGH_FUNCTIONS } from '@/lib/testing/expectations/past'
import { CASE_FACTS } from './case-facts'
import { RETURN_FACTS } from './return-facts'

const sorted = (columns: Iterable<string>) => [...new Set(columns)].sort()
const keptOf = (table: string) =>
  Object.entries(PAST[table] ?? {}).flatMap(([column, past]) => (past === 'kept' ? [column] : []))

/** Columns of a table, less those that its trigger is told to leave out. */
async function keptByTrigger(table: string): Promise<string[]> {
  const [trigger] =
    await root()`select string_to_array(trim(trailing ',' from replace(encode(tgargs, 'escape'), '\\000', ',')), ',') as beside
    from pg_trigger where tgname = 'w_kept' and tgrelid = ${table}::regclass`
  const columns = await root()`select attname::text as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped`
  const beside: string[] = trigger?.beside ?? []
  return columns.map(({ name }) => String(name)).filter((name) => !beside.includes(name))
}

describe('every door of a case', () => {
  test('has a past: no column that a login may change is missing from where it is told', async () => {
    const rows = await root()`
      select r.tbl as place, r.col as name from app.write_rules r
        where r.op = 'UPDATE' and (r.tbl = 'app.cases' or exists (select from pg_attribute a
          where a.attrelid = r.tbl::regclass and a.attname in ('case_id', 'referral_id')))
      union
      select c.oid::regclass::text, a.attname::text from pg_class c
        join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('app', 'vault')
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relkind = 'r' and has_column_privilege('relais_web', c.oid, a.attnum, 'update')
          and not exists (select from app.write_rules r where r.tbl = c.oid::regclass::text)
          and exists (select from pg_attribute k where k.attrelid = c.oid and k.attname in ('case_id', 'referral_id'))`
    const doors = rows.map(({ place, name }) => `${place}.${name}`)
    const told = Object.entries(PAST).flatMap(([table, columns]) =>
      Object.keys(columns).map((column) => `${table}.${column}`),
    )
    expect(sorted(doors)).toEqual(sorted(told))
  })

  test('is kept by the database exactly where it is said to be', async () => {
    // The sealed part is kept as it was sealed, beside the plain columns.
    const plain = keptOf('app.people').filter((column) => column !== 'identity')
    expect(sorted(await keptByTrigger('app.people'))).toEqual(sorted(plain))
    expect(sorted(await keptByTrigger('app.case_proposals'))).toEqual(sorted(keptOf('app.case_proposals')))
    for (const table of ['app.return_paths', 'app.return_grants'])
      expect(sorted(await keptByTrigger(table))).toEqual(sorted(keptOf(table)))
    const ofCase = [...keptOf('app.cases'), ...THROUGH_FUNCTIONS]
    expect(sorted(await keptByTrigger('app.cases'))).toEqual(sorted(ofCase))
  })

  test('is shown: every column that is kept has its words', () => {
    const named = getTableColumns(people)
    const places = Object.values(KEPT).flatMap(({ fields }) => Object.values(fields))
    const columns = places.flatMap((place) =>
      place.in === 'column' ? [named[place.column].name as string] : [],
    )
    expect(sorted([...columns, 'identity'])).toEqual(sorted(keptOf('app.people')))
    const ofReturn = [
      ...keptOf('app.return_paths').map((name) => `path.${name}`),
      ...keptOf('app.return_grants').map((name) => `grant.${name}`),
    ]
    const shown = RETURN_FACTS.filter((name) => !name.startsWith('step.')).map((name) =>
      name.split('.').slice(0, 2).join('.'),
    )
    expect(sorted(shown)).toEqual(sorted(ofReturn))
    const facts = Object.entries(CASE_FACTS).map(([fact, table]) => `${table}.${fact.replace('rating.', '')}`)
    const kept = [...keptOf('app.cases').filter((column) => column !== 'risk'), ...THROUGH_FUNCTIONS].map(
      (column) => `app.cases.${column}`,
    )
    const rated = keptOf('app.case_proposals').map((column) => `app.case_proposals.${column}`)
    expect(sorted(facts)).toEqual(sorted([...kept, ...rated]))
  })
})
