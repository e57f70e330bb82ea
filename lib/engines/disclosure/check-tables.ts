import type { Dimension, InputError, PlanRequest, TableAsked } from './plan-types'

const most = 200_000

/** Each table stands on known lists, people and readers, and no two of one family cut the same thing apart. */
export function checkTables(request: PlanRequest): InputError | null {
  const { tables, families } = request
  if (new Set(tables.map(({ table }) => table)).size < tables.length) return fault('tables', 'duplicate')
  const bare = families.findIndex(({ family }) => !tables.some((table) => table.family === family))
  if (bare >= 0) return fault(`families.${bare}`, 'no_table')
  for (const [i, table] of tables.entries()) {
    const found = checkTable(request, table) ?? checkShared(request, table) ?? checkCounts(request, table)
    if (found) return fault(`tables.${i}.${found.field}`, found.code)
  }
  return null
}

type Found = { field: string; code: string } | null

function checkTable({ families, dimensions, rules }: PlanRequest, table: TableAsked): Found {
  if (!families.some(({ family }) => family === table.family)) return { field: 'family', code: 'unknown' }
  const known = new Set(rules.audiences.map(({ audience }) => audience))
  const a = table.audiences.findIndex((audience) => !known.has(audience))
  if (a >= 0) return { field: `audiences.${a}`, code: 'unknown' }
  if (new Set(table.audiences).size < table.audiences.length) return { field: 'audiences', code: 'duplicate' }
  const lists = table.dimensions.map((name) => dimensions.find((list) => list.name === name))
  const d = lists.indexOf(undefined)
  if (d >= 0) return { field: `dimensions.${d}`, code: 'unknown' }
  if (new Set(table.dimensions).size < table.dimensions.length)
    return { field: 'dimensions', code: 'duplicate' }
  if (lists.findIndex((list) => list?.about === 'PLACE') > 0)
    return { field: 'dimensions', code: 'place_not_first' }
  return table.dimensions.includes(table.keeps) ? null : { field: 'keeps', code: 'not_a_dimension' }
}

/** Two tables of the same people that share a breakdown could be laid over each other: put it into one table. */
function checkShared(
  { tables, dimensions }: PlanRequest,
  { table, family, dimensions: names }: TableAsked,
): Found {
  const breakdowns = names.filter((name) => dimensions.find((list) => list.name === name)?.about !== 'PLACE')
  const taken = tables.some(
    (other) =>
      other.table !== table &&
      other.family === family &&
      other.dimensions.some((name) => breakdowns.includes(name)),
  )
  return taken ? { field: 'dimensions', code: 'shared_with_another_table' } : null
}

function checkCounts({ dimensions }: PlanRequest, table: TableAsked): Found {
  const lists = table.dimensions.flatMap((name) => dimensions.find((list) => list.name === name) ?? [])
  const finest = lists.map(finestOf)
  if (finest.reduce((n, codes) => n * codes.size, 1) > most)
    return { field: 'dimensions', code: 'too_many_cells' }
  const seen = new Set<string>()
  for (const [i, { at }] of table.counts.entries()) {
    if (at.length !== finest.length) return { field: `counts.${i}.at`, code: 'one_code_per_dimension' }
    const d = at.findIndex((code, n) => !finest[n]?.has(code))
    if (d >= 0) return { field: `counts.${i}.at.${d}`, code: 'unknown_code' }
    if (seen.has(at.join('|'))) return { field: `counts.${i}.at`, code: 'duplicate' }
    seen.add(at.join('|'))
  }
  return null
}

const finestOf = ({ codes, levels }: Dimension) =>
  new Set(codes.filter(({ level }) => level === levels[0]).map(({ code }) => code))

const fault = (field: string, code: string): InputError => ({ outcome: 'INVALID', field, code })
