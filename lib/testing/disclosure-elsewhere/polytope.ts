/** Everything that is possible: numbers ≥ 0 that fulfil equations. Answers how low and high a sum can be. */
export type Equation = { terms: ReadonlyMap<number, number>; equals: number }

const tiny = 1e-7
/** Counts are whole: what long walks round off is far below this. */
const rough = 1e-4

export class Polytope {
  private rows: Float64Array[]
  private readonly originals: readonly Float64Array[]
  private walks = 0
  private readonly basis: number[]
  private readonly size: number
  /** Corners seen so far: a sum that varies enough over them needs no search. */
  private readonly corners: Float64Array[] = []

  /** Throws when nothing fulfils the equations: then the knowledge contradicts itself. */
  constructor(size: number, equations: readonly Equation[]) {
    this.size = size
    this.originals = reduce(size, equations)
    this.rows = this.originals.map((row) => row.slice())
    this.basis = this.rows.map((_, i) => size + i)
    this.findCorner()
  }

  /** Lowest and highest of a sum; stops searching once it can vary by `enough`. */
  range(sum: ReadonlyMap<number, number>, enough: number): { low: number; high: number } {
    const seen = this.corners.map((corner) => valueAt(corner, sum))
    let low = up(Math.min(...seen))
    let high = down(Math.max(...seen))
    if (high - low < enough) high = Math.max(high, down(-this.minimise(negative(sum), -(low + enough))))
    if (high - low < enough) low = Math.min(low, up(this.minimise(sum, high - enough)))
    return { low, high }
  }

  private findCorner() {
    const count = this.rows.length
    const wide = this.rows.map((row, i) => {
      const longer = new Float64Array(this.size + count + 1)
      const sign = (row[this.size] ?? 0) < 0 ? -1 : 1
      for (let j = 0; j < this.size; j++) longer[j] = sign * (row[j] ?? 0)
      longer[this.size + i] = 1
      longer[this.size + count] = sign * (row[this.size] ?? 0)
      return longer
    })
    const cost = new Float64Array(this.size + count + 1)
    for (const row of wide) for (let j = 0; j <= this.size + count; j++) cost[j] = at(cost, j) - at(row, j)
    for (let i = 0; i < count; i++) cost[this.size + i] = 0
    simplex(wide, this.basis, cost, this.size, null)
    if (Math.abs(at(cost, this.size + count)) > 1e-4) throw new Error('the knowledge contradicts itself')
    for (let i = 0; i < count; i++) this.leave(wide, i)
    wide.forEach((row, i) => {
      const short = new Float64Array(this.size + 1)
      short.set(row.subarray(0, this.size))
      short[this.size] = at(row, this.size + count)
      this.rows[i] = short
    })
    this.rows = rewrite(this.originals, this.basis)
    this.remember()
  }

  /** Takes a left-over helper out of the basis. */
  private leave(wide: Float64Array[], i: number) {
    if ((this.basis[i] ?? 0) < this.size) return
    const row = wide[i]
    const into = row?.findIndex((value, j) => j < this.size && Math.abs(value) > 1e-6) ?? -1
    if (into >= 0) pivot(wide, this.basis, null, i, into)
  }

  private minimise(sum: ReadonlyMap<number, number>, stop: number): number {
    this.walks += 1
    if (this.walks % 100 === 0) this.rows = rewrite(this.originals, this.basis)
    const cost = new Float64Array(this.size + 1)
    for (const [j, weight] of sum) cost[j] = weight
    this.basis.forEach((j, i) => {
      const weight = j < this.size ? (sum.get(j) ?? 0) : 0
      const row = this.rows[i]
      if (weight !== 0 && row)
        for (let k = 0; k <= this.size; k++) cost[k] = at(cost, k) - weight * at(row, k)
    })
    const bounded = simplex(this.rows, this.basis, cost, this.size, stop)
    this.remember()
    return bounded ? -at(cost, this.size) : Number.NEGATIVE_INFINITY
  }

  private remember() {
    const corner = new Float64Array(this.size)
    this.basis.forEach((j, i) => {
      if (j < this.size) corner[j] = at(this.rows[i] ?? corner, this.size)
    })
    this.corners.push(corner)
    if (this.corners.length > 400) this.corners.splice(1, 1)
  }
}

const up = (value: number) => Math.ceil(value - rough) + 0
const down = (value: number) => Math.floor(value + rough) + 0
const at = (row: Float64Array, j: number) => row[j] ?? 0
const negative = (sum: ReadonlyMap<number, number>) => new Map([...sum].map(([j, weight]) => [j, -weight]))

function valueAt(corner: Float64Array, sum: ReadonlyMap<number, number>): number {
  let value = 0
  for (const [j, weight] of sum) value += weight * at(corner, j)
  return value
}

/** Rows that say something of their own, each solved for one number. */
function reduce(size: number, equations: readonly Equation[]): Float64Array[] {
  const rows: Float64Array[] = []
  const leads: number[] = []
  for (const { terms, equals } of equations) {
    const row = new Float64Array(size + 1)
    for (const [j, weight] of terms) row[j] = weight
    row[size] = equals
    for (const [i, known] of rows.entries()) add(row, known, -at(row, leads[i] ?? 0))
    const lead = row.findIndex((value, j) => j < size && Math.abs(value) > 1e-6)
    if (lead < 0) {
      if (Math.abs(at(row, size)) > 1e-4) throw new Error('the knowledge contradicts itself')
      continue
    }
    scale(row, 1 / at(row, lead))
    for (const known of rows) add(known, row, -at(known, lead))
    rows.push(row)
    leads.push(lead)
  }
  return rows
}

function add(row: Float64Array, other: Float64Array, times: number) {
  if (times === 0) return
  for (let j = 0; j < row.length; j++) {
    const value = at(row, j) + times * at(other, j)
    row[j] = Math.abs(value) < 1e-9 ? 0 : value
  }
}

function scale(row: Float64Array, by: number) {
  for (let j = 0; j < row.length; j++) row[j] = at(row, j) * by
}

function pivot(rows: Float64Array[], basis: number[], cost: Float64Array | null, i: number, into: number) {
  const row = rows[i]
  if (!row) return
  scale(row, 1 / at(row, into))
  for (const other of rows) if (other !== row) add(other, row, -at(other, into))
  if (cost) add(cost, row, -at(cost, into))
  basis[i] = into
}

/** Walks from corner to corner while the cost falls, or until it is at most `stop`; false when it falls for ever. */
function simplex(
  rows: Float64Array[],
  basis: number[],
  cost: Float64Array,
  size: number,
  stop: number | null,
): boolean {
  const last = cost.length - 1
  for (let steps = 0; steps < 20_000; steps++) {
    if (stop !== null && -at(cost, last) <= stop + tiny) return true
    const into = entering(cost, size, steps > 2_000)
    if (into < 0) return true
    const i = leaving(rows, into, last)
    if (i < 0) return false
    pivot(rows, basis, cost, i, into)
  }
  throw new Error('the search does not end')
}

/** The number that lowers the cost most; the first that does, after long walks, so that none goes in a circle. */
function entering(cost: Float64Array, size: number, first: boolean): number {
  let best = -1
  for (let j = 0; j < size; j++) {
    if (at(cost, j) >= -tiny) continue
    if (first) return j
    if (best < 0 || at(cost, j) < at(cost, best)) best = j
  }
  return best
}

/** Whose turn it is to leave: the first to reach 0, and of several the one that divides most safely. */
function leaving(rows: readonly Float64Array[], into: number, last: number): number {
  let best = -1
  let least = Number.POSITIVE_INFINITY
  rows.forEach((row, i) => {
    const slope = at(row, into)
    if (slope <= 1e-6) return
    const step = Math.max(0, at(row, last)) / slope
    const safer = best < 0 || slope > at(rows[best] ?? row, into)
    if (step < least - 1e-9 || (step < least + 1e-9 && safer)) {
      best = i
      least = Math.min(step, least)
    }
  })
  return best
}

/** The rows written anew for the same basis, without what was rounded off on the way. */
function rewrite(originals: readonly Float64Array[], basis: number[]): Float64Array[] {
  const rows = originals.map((row) => row.slice())
  const open = new Set(rows.keys())
  const wanted = new Set(basis)
  const found: number[] = []
  while (wanted.size > 0) {
    const { i, into } = safest(rows, open, wanted)
    pivot(rows, found, null, i, into)
    open.delete(i)
    wanted.delete(into)
  }
  basis.splice(0, basis.length, ...found)
  return rows
}

/** Where dividing rounds off least. */
function safest(rows: readonly Float64Array[], open: ReadonlySet<number>, wanted: ReadonlySet<number>) {
  let best = { i: -1, into: -1, size: 0 }
  for (const i of open)
    for (const into of wanted) {
      const size = Math.abs(at(rows[i] ?? EMPTY, into))
      if (size > best.size) best = { i, into, size }
      if (size === 1) return best
    }
  if (best.i < 0) throw new Error('a basis that is none')
  return best
}

const EMPTY = new Float64Array(0)
