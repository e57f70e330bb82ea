import { ALL, age, area, type Lists, monthCount, monthName, sex, sexes, status } from './world'

/** Every figure that a reader could ask for, and every sum that holds between them, in flat arrays. */
export type System = {
  size: number
  /** Equation e: variable `total[e]` = sum of `parts[start[e]] … parts[start[e + 1] - 1]`. */
  total: Int32Array
  start: Int32Array
  parts: Int32Array
  indexOf: (time: string, at: readonly string[]) => number
  nameOf: (index: number) => string
}

type Sum = { total: string; parts: string[] }

/** Everybody, those referred, and the others: the last are never published and often what an attacker wants. */
export const groups = ['NEW', 'REFERRED', 'REST'] as const
const periods = ['OPENING', ...Array.from({ length: monthCount }, (_, m) => monthName(m))]
const times = periods.flatMap((period) => groups.map((group) => `${group} ${period}`))

/** Built once: histories share the same lists. */
export function buildSystem(): System {
  const areas = nodesOf(area)
  const columns = columnNodes()
  const timeIndex = new Map(times.map((t, i) => [t, i]))
  const areaIndex = new Map(areas.map((a, i) => [a, i]))
  const columnIndex = new Map(columns.map((c, i) => [c, i]))
  const at = (t: string, a: string, c: string) =>
    ((timeIndex.get(t) ?? Number.NaN) * areas.length + (areaIndex.get(a) ?? Number.NaN)) * columns.length +
    (columnIndex.get(c) ?? Number.NaN)
  const rows: number[][] = []
  for (const t of times) {
    for (const s of sumsOf(area))
      for (const c of columns) rows.push([at(t, s.total, c), ...s.parts.map((p) => at(t, p, c))])
    for (const s of columnSums())
      for (const a of areas) rows.push([at(t, a, s.total), ...s.parts.map((p) => at(t, a, p))])
  }
  for (const period of periods)
    for (const a of areas)
      for (const c of columns)
        rows.push([at(`NEW ${period}`, a, c), at(`REFERRED ${period}`, a, c), at(`REST ${period}`, a, c)])
  return {
    size: times.length * areas.length * columns.length,
    ...flatten(rows),
    indexOf: (time, [a = ALL, ...rest]) => at(time, a, columnKey(rest)),
    nameOf: (i) => {
      const c = columns[i % columns.length]
      const rest = Math.floor(i / columns.length)
      return `${times[Math.floor(rest / areas.length)]} ${areas[rest % areas.length]} ${c}`
    },
  }
}

/** A sex alone is a sex of all ages. */
function columnKey(rest: readonly string[]): string {
  if (rest.every((code) => code === ALL)) return ALL
  const [only = ALL] = rest
  return rest.length === 1 && sexes.includes(only) ? `${only}|${ALL}` : rest.join('|')
}

const nodesOf = (lists: Lists) => [...lists.codes.map((c) => c.code), ALL]

function columnNodes(): string[] {
  const bySexAge = nodesOf(sex).flatMap((s) => nodesOf(age).map((a) => columnKey([s, a])))
  return [...new Set([...bySexAge, ...nodesOf(status)])]
}

function columnSums(): Sum[] {
  const ofSex = sumsOf(sex).flatMap((s) =>
    nodesOf(age).map((a) => ({
      total: columnKey([s.total, a]),
      parts: s.parts.map((p) => columnKey([p, a])),
    })),
  )
  const ofAge = sumsOf(age).flatMap((s) =>
    nodesOf(sex).map((x) => ({
      total: columnKey([x, s.total]),
      parts: s.parts.map((p) => columnKey([x, p])),
    })),
  )
  return [...ofSex, ...ofAge, ...sumsOf(status)]
}

function sumsOf({ codes }: Lists): Sum[] {
  const tops = codes.filter((c) => c.parent === null).map((c) => c.code)
  const others = tops.map((total) => ({
    total,
    parts: codes.filter((c) => c.parent === total).map((c) => c.code),
  }))
  return [{ total: ALL, parts: tops }, ...others.filter((s) => s.parts.length > 0)]
}

function flatten(rows: number[][]): Pick<System, 'total' | 'start' | 'parts'> {
  const parts = rows.flatMap((row) => row.slice(1))
  const start = new Int32Array(rows.length + 1)
  for (const [e, row] of rows.entries()) start[e + 1] = (start[e] ?? 0) + row.length - 1
  return { total: Int32Array.from(rows.map((row) => row[0] ?? 0)), start, parts: Int32Array.from(parts) }
}
