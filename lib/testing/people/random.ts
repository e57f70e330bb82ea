/**
 * What a register is drawn in. `scattered`: thousands of villages and the names of our tables; `crowded`: displaced people of a
 * few places, where many share a village; `unlisted`: names that no table of ours knows.
 */
export type CountryName = 'scattered' | 'crowded' | 'unlisted'

export type Random = {
  country: CountryName
  /** Uniform in [0, 1). */
  next: () => number
  /** Whole number in [0, below). */
  below: (below: number) => number
  chance: (share: number) => boolean
  pick: <T>(items: readonly T[]) => T
}

/** A small seeded generator (mulberry32), so that every run of a benchmark meets the same people. */
export function seeded(seed: number, country: CountryName = 'scattered'): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    country,
    next,
    below,
    chance: (share) => next() < share,
    pick: (items) => {
      const item = items[below(items.length)]
      if (item === undefined) throw new RangeError('nothing to pick from')
      return item
    },
  }
}

/** Draws items in proportion to their weights. */
export function drawer<T>(items: readonly T[], weight: (item: T) => number): (random: Random) => T {
  const sums: number[] = []
  let total = 0
  for (const item of items) {
    total += weight(item)
    sums.push(total)
  }
  return (random) => {
    const target = random.next() * total
    let low = 0
    let high = sums.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? total) <= target) low = middle + 1
      else high = middle
    }
    const item = items[low]
    if (item === undefined) throw new RangeError('nothing to draw from')
    return item
  }
}
