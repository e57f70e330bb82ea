/** Equal seeds throw equal numbers. */
export type Dice = {
  /** From 0 up to but not 1. */
  real: () => number
  /** A whole number, both ends included. */
  int: (least: number, most: number) => number
  yes: (share: number) => boolean
  one: <T>(of: readonly T[]) => T
  /** By rank: the n-th is drawn 1/n^steep as often as the first, as family names are. */
  ranked: <T>(of: readonly T[], steep: number) => T
  shuffle: <T>(of: readonly T[]) => T[]
}

/** The mixing steps of "mulberry32", a small published generator. */
function reals(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function at<T>(of: readonly T[], place: number): T {
  const [found] = of.slice(Math.min(place, of.length - 1))
  if (found === undefined) throw new RangeError('nothing to draw from')
  return found
}

export function dice(seed: number): Dice {
  const real = reals(seed)
  const totals = new Map<string, number>()
  const total = (length: number, steep: number) => {
    const key = `${length}/${steep}`
    const known = totals.get(key)
    if (known !== undefined) return known
    const sum = Array.from({ length }, (_, i) => (i + 1) ** -steep).reduce((a, b) => a + b, 0)
    totals.set(key, sum)
    return sum
  }
  const ranked = <T>(of: readonly T[], steep: number): T => {
    let left = real() * total(of.length, steep)
    const place = of.findIndex((_, i) => {
      left -= (i + 1) ** -steep
      return left < 0
    })
    return at(of, place < 0 ? of.length - 1 : place)
  }
  const shuffle = <T>(of: readonly T[]): T[] =>
    of
      .map((one) => ({ one, key: real() }))
      .sort((a, b) => a.key - b.key)
      .map(({ one }) => one)
  return {
    real,
    int: (least, most) => least + Math.floor(real() * (most - least + 1)),
    yes: (share) => real() < share,
    one: (of) => at(of, Math.floor(real() * of.length)),
    ranked,
    shuffle,
  }
}
