/** What a request counts for: together, by session, by address. */
export type Shares = readonly { readonly key: string; readonly most: number }[]

type Waiting = { readonly key: string; readonly shares: Shares; readonly go: (place: Place) => void }

/** Gives the place back; further calls do nothing. */
export type Place = () => void

/** Milliseconds somebody waits for a place before being told to come back, and how many may wait for one key. */
const PATIENCE = 8000
const LINE = 64

/**
 * Places among those the machine serves at once. Whoever holds many waits behind whoever holds few: the line is served
 * by turns, one of each session or address, so that one with a hundred requests delays nobody with one.
 */
export class Places {
  private readonly held = new Map<string, number>()
  private readonly lines = new Map<string, Waiting[]>()

  /** Undefined = too many of the same wait already, or none came free in time. */
  async take(key: string, shares: Shares): Promise<Place | undefined> {
    if (this.fits(shares)) return this.give(shares)
    const line = this.lines.get(key) ?? []
    if (line.length >= LINE) return undefined
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.leave(waiting)
        resolve(undefined)
      }, PATIENCE)
      const waiting: Waiting = {
        key,
        shares,
        go: (place) => {
          clearTimeout(timer)
          resolve(place)
        },
      }
      this.lines.set(key, [...line, waiting])
    })
  }

  get counts(): { held: number; waiting: number } {
    return { held: this.held.get('all') ?? 0, waiting: [...this.lines.values()].flat().length }
  }

  private fits(shares: Shares): boolean {
    return shares.every(({ key, most }) => (this.held.get(key) ?? 0) < most)
  }

  private give(shares: Shares): Place {
    for (const { key } of shares) this.held.set(key, (this.held.get(key) ?? 0) + 1)
    let given = true
    return () => {
      if (!given) return
      given = false
      for (const { key } of shares) {
        const left = (this.held.get(key) ?? 1) - 1
        if (left > 0) this.held.set(key, left)
        else this.held.delete(key)
      }
      this.next()
    }
  }

  /** One of each line in turn: a line that was served goes to the end. */
  private next(): void {
    for (const [key, [first]] of [...this.lines]) {
      if (!first || !this.fits(first.shares)) continue
      this.leave(first)
      const rest = this.lines.get(key)
      if (rest) {
        this.lines.delete(key)
        this.lines.set(key, rest)
      }
      first.go(this.give(first.shares))
    }
  }

  private leave(waiting: Waiting): void {
    const rest = (this.lines.get(waiting.key) ?? []).filter((one) => one !== waiting)
    if (rest.length > 0) this.lines.set(waiting.key, rest)
    else this.lines.delete(waiting.key)
  }
}

/**
 * Signing in waits on purpose (delays, password hashing), so it has places of its own. Of the others no session takes
 * more than eight, no address more than forty-eight: an office has one address, and sixteen people at once.
 */
export function sharesOf(asked: { door: boolean; session: string | undefined; address: string }): {
  key: string
  shares: Shares
} {
  const { door, session, address } = asked
  if (door) {
    const key = `door ${address}`
    return {
      key,
      shares: [
        { key: 'door', most: 1024 },
        { key, most: 512 },
      ],
    }
  }
  const key = session === undefined ? `address ${address}` : `session ${session}`
  const all = { key: 'all', most: 64 }
  const own = { key, most: session === undefined ? 16 : 8 }
  return { key, shares: [all, own, { key: `from ${address}`, most: 48 }] }
}
