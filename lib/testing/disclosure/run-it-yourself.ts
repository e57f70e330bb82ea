/** Counts of every finest cell; what one reader is shown of it as text. */
export type World = readonly number[]
export type View = (world: World) => string

export type Narrow = { view: string; cells: number[]; values: number[] }

/**
 * The strongest reader there is: knows the lists, the rules and the program, and runs it on every world there could be.
 * Worlds that look the same stay possible; a set of cells is known too well when fewer than `threshold` values of its
 * count remain, or when it is known exactly and counts fewer than that.
 */
export function runOnAll(worlds: Iterable<World>, view: View, threshold: number): Narrow[] {
  const alike = new Map<string, World[]>()
  for (const world of worlds) {
    const seen = view(world)
    alike.set(seen, [...(alike.get(seen) ?? []), world])
  }
  return [...alike].flatMap(([seen, possible]) =>
    narrowSets(possible, threshold).map((n) => ({ view: seen, ...n })),
  )
}

function narrowSets(possible: readonly World[], threshold: number): Omit<Narrow, 'view'>[] {
  const size = possible[0]?.length ?? 0
  const found: Omit<Narrow, 'view'>[] = []
  for (let mask = 1; mask < 2 ** size; mask++) {
    const cells = Array.from({ length: size }, (_, i) => i).filter((i) => mask & (1 << i))
    const values = new Set(possible.map((world) => cells.reduce((sum, i) => sum + (world[i] ?? 0), 0)))
    const sorted = [...values].sort((a, b) => a - b)
    const [least = 0, most = 0] = [sorted[0], sorted.at(-1)]
    const isTold = values.size === 1 && least >= threshold
    if (!isTold && most - least < threshold - 1) found.push({ cells, values: sorted })
  }
  return found
}

/** Every way to put `people` into `cells`. */
export function* worldsOf(people: number, cells: number): Generator<number[]> {
  if (cells === 1) {
    yield [people]
    return
  }
  for (let first = 0; first <= people; first++)
    for (const rest of worldsOf(people - first, cells - 1)) yield [first, ...rest]
}
