/** Repeatable chance: the same seed gives the same people, codes and ids on every machine. */
export type Random = {
  /** A number in [0, 1). */
  next(): number
  /** A whole number in [min, max]. */
  int(min: number, max: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly [T, ...T[]] | readonly T[]): T
  /** Keys of a weight table, drawn in proportion. */
  weighted<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K
  /** A UUID in the form of version 4. */
  id(): string
  bytes(length: number): Uint8Array
}

/** Four 32-bit words out of a text (a multiply-and-mix hash over its characters). */
function words(text: string): [number, number, number, number] {
  const state: [number, number, number, number] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x71374491]
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    state[0] = state[1] ^ Math.imul(state[0] ^ unit, 0x85ebca6b)
    state[1] = state[2] ^ Math.imul(state[1] ^ unit, 0xc2b2ae35)
    state[2] = state[3] ^ Math.imul(state[2] ^ unit, 0x27d4eb2f)
    state[3] = state[0] ^ Math.imul(state[3] ^ unit, 0x165667b1)
  }
  return state
}

/** Small fast counter generator with 128 bits of state. */
function generator(seed: string): () => number {
  let [a, b, c, d] = words(seed)
  const word = () => {
    const sum = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return sum >>> 0
  }
  for (let round = 0; round < 12; round++) word()
  return word
}

const hex = (word: number) => word.toString(16).padStart(8, '0')

function uuid(word: () => number): string {
  const [a, b, c, d] = [hex(word()), hex(word()), hex(word()), hex(word())]
  const variant = '89ab'.charAt(Number.parseInt(c.charAt(0), 16) & 3)
  return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-${variant}${c.slice(1, 4)}-${c.slice(4)}${d}`
}

/** Chance of its own for a seed text. */
export function random(seed: string): Random {
  const word = generator(seed)
  const next = () => word() / 0x1_0000_0000
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1))
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (items) => items[int(0, items.length - 1)] as (typeof items)[number],
    weighted: (weights) => draw(weights, next()),
    id: () => uuid(word),
    bytes: (length) => Uint8Array.from({ length }, () => word() >>> 24),
  }
}

function draw<K extends string>(weights: Readonly<Partial<Record<K, number>>>, at: number): K {
  const entries = Object.entries(weights) as [K, number][]
  let rest = at * entries.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [key, weight] of entries) {
    rest -= weight
    if (rest < 0) return key
  }
  return (entries.at(-1) as [K, number])[0]
}

/** The id of something that has a name of its own: the same for every plan. */
export function idOf(name: string): string {
  return random(`id:${name}`).id()
}
