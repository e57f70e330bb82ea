import {
  ALL,
  age,
  area,
  type Lists,
  monthCount,
  monthName,
  quarterName,
  sex,
  status,
  yearName,
} from './world'

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

const times = [
  ...Array.from({ length: monthCount }, (_, m) => monthName(m)),
  ...Array.from({ length: monthCount / 3 }, (_, q) => quarterName(q)),
  ...Array.from({ length: monthCount / 12 }, (_, y) => yearName(y)),
  'OPENING',
  ...Array.from({ length: monthCount }, (_, m) => `TO ${monthName(m)}`),
]

/** Built once: histories share the same lists. */
export function buildSystem(): System {
  const areas = nodesOf(area)
  const columns = columnNodes()
  const timeIndex = new Map(times.map((t, i) => [t, i]))
  const areaIndex = new Map(areas.map((a, i) => [a, i]))
  const columnIndex = new Map(columns.map((c, i) => [c, i]))
  const at = (t: string, a: string, c: string) =>
    ((timeIndex.get(t) ?? -1) * areas.length + (areaIndex.get(a) ?? -1)) * columns.length +
    (columnIndex.get(c) ?? -1)
  const rows: number[][] = []
  for (const t of times) {
    for (const s of sumsOf(area))
      for (const c of columns) rows.push([at(t, s.total, c), ...s.parts.map((p) => at(t, p, c))])
    for (const s of columnSums())
      for (const a of areas) rows.push([at(t, a, s.total), ...s.parts.map((p) => at(t, a, p))])
  }
  for (const s of timeSums()) {
    for (const a of areas)
      for (const c of columns) rows.push([at(s.total, a, c), ...s.parts.map((p) => at(p, a, c))])
  }
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

const columnKey = (rest: readonly string[]) => (rest.every((code) => code === ALL) ? ALL : rest.join('|'))

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

function timeSums(): Sum[] {
  const months = Array.from({ length: monthCount }, (_, m) => monthName(m))
  const quarters = Array.from({ length: monthCount / 3 }, (_, q) => quarterName(q))
  return [
    ...quarters.map((total, q) => ({ total, parts: months.slice(q * 3, q * 3 + 3) })),
    ...[0, 1].map((y) => ({ total: yearName(y), parts: quarters.slice(y * 4, y * 4 + 4) })),
    ...months.map((m, i) => sinceStart(i, m, 1)),
    ...quarters.map((q, i) => sinceStart(i * 3 + 2, q, 3)),
    ...[0, 1].map((y) => sinceStart(y * 12 + 11, yearName(y), 12)),
  ]
}

/** People up to the end of a period = people up to the end of the one before + the period. */
function sinceStart(m: number, period: string, length: number): Sum {
  const before = m < length ? 'OPENING' : `TO ${monthName(m - length)}`
  return { total: `TO ${monthName(m)}`, parts: [before, period] }
}

function flatten(rows: number[][]): Pick<System, 'total' | 'start' | 'parts'> {
  const parts = rows.flatMap((row) => row.slice(1))
  const start = new Int32Array(rows.length + 1)
  for (const [e, row] of rows.entries()) start[e + 1] = (start[e] ?? 0) + row.length - 1
  return { total: Int32Array.from(rows.map((row) => row[0] ?? 0)), start, parts: Int32Array.from(parts) }
}
