/** How much of an enumeration is run: all of it with RELAIS_WHOLE=1, else a tenth, chosen by a printed seed. */
const whole = process.env.RELAIS_WHOLE === '1'
/** The same tenth on every machine, so that a red run can be repeated; another RELAIS_SEED tries another. */
const seed = Number(process.env.RELAIS_SEED ?? 470_654_548)
if (!whole)
  console.log(`a tenth, seed ${seed} (RELAIS_SEED=${seed} repeats it, RELAIS_WHOLE=1 runs everything)`)

/** A small multiplicative generator: the same seed, the same tenth. */
function generator(start: number): () => number {
  let state = start % 2147483647 || 1
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

export function sampled<T>(all: readonly T[]): T[] {
  if (whole) return [...all]
  const next = generator(seed)
  return all.filter(() => next() < 0.1)
}
