/** A seeded source of chance: the same seed always gives the same register. */
export type Chance = {
  /** A number from 0 up to, not including, 1. */
  next: () => number
  /** A whole number from `low` to `high`, both included. */
  whole: (low: number, high: number) => number
  /** True with this probability. */
  odds: (probability: number) => boolean
  pick: <T>(list: readonly T[]) => T
  /** One of the list, the first ones far more often, as names are in life. */
  common: <T>(list: readonly T[]) => T
  shuffle: <T>(list: readonly T[]) => T[]
}

export function chance(seed: number): Chance {
  let state = (seed ^ 0x9e3779b9) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const at = <T>(list: readonly T[], index: number): T => {
    const found = list[Math.min(index, list.length - 1)]
    if (found === undefined) throw new Error('nothing to pick from')
    return found
  }
  return {
    next,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    odds: (probability) => next() < probability,
    pick: (list) => at(list, Math.floor(next() * list.length)),
    common: (list) => at(list, Math.floor(next() ** 1.7 * list.length)),
    shuffle: (list) => {
      const mixed = [...list]
      for (let i = mixed.length - 1; i > 0; i--) {
        const j = Math.floor(next() * (i + 1))
        const [a, b] = [at(mixed, i), at(mixed, j)]
        mixed[i] = b
        mixed[j] = a
      }
      return mixed
    },
  }
}
