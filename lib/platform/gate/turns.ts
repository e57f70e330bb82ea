import { createHash } from 'node:crypto'

/** Nobody's turn came in time; the SQLSTATE is the server's own for too much at once. */
export class NoTurn extends Error {
  readonly code = '53300'
}

/** What one write counts for, and how many of the same may run at once. */
export type Share = { key: string; most: number }

type Waiting = { shares: readonly Share[]; go: () => void }

/**
 * Who writes next. A write that waits for a locked row holds a connection to the database: without a bound one person's
 * forty would hold all of them, and nobody could read a page. Those beyond the bound wait here, where waiting costs
 * nothing, and pass each other only where their shares differ.
 */
export class Turns {
  private readonly running = new Map<string, number>()
  private readonly line: Waiting[] = []

  constructor(
    private readonly patience: number,
    private readonly longest = 500,
  ) {}

  /** How many run, and how many wait. */
  get counts(): { running: number; waiting: number } {
    return { running: this.running.get('all') ?? 0, waiting: this.line.length }
  }

  async take<T>(shares: readonly Share[], work: () => Promise<T>): Promise<T> {
    if (this.fits(shares)) this.begin(shares)
    else await this.inLine(shares)
    try {
      return await work()
    } finally {
      this.end(shares)
    }
  }

  private fits(shares: readonly Share[]): boolean {
    return shares.every(({ key, most }) => (this.running.get(key) ?? 0) < most)
  }

  private begin(shares: readonly Share[]): void {
    for (const { key } of shares) this.running.set(key, (this.running.get(key) ?? 0) + 1)
  }

  private end(shares: readonly Share[]): void {
    for (const { key } of shares) {
      const left = (this.running.get(key) ?? 1) - 1
      if (left > 0) this.running.set(key, left)
      else this.running.delete(key)
    }
    for (const waiting of [...this.line]) if (this.fits(waiting.shares)) waiting.go()
  }

  private inLine(shares: readonly Share[]): Promise<void> {
    if (this.line.length >= this.longest) throw new NoTurn('Too many writes wait.')
    return new Promise((resolve, reject) => {
      const leave = () => this.line.splice(this.line.indexOf(waiting), 1)
      const timer = setTimeout(() => {
        leave()
        reject(new NoTurn('No turn came in time.'))
      }, this.patience)
      const go = () => {
        clearTimeout(timer)
        leave()
        this.begin(shares)
        resolve()
      }
      const waiting = { shares, go }
      this.line.push(waiting)
    })
  }
}

/** Next may load this file more than once in a process; the turns are one. */
const store = globalThis as typeof globalThis & { relaisTurns?: Turns }
store.relaisTurns ??= new Turns(12_000)
export const turns: Turns = store.relaisTurns

/** Of twelve connections writes hold eight at most, those of one session three, those on one record three. */
export function sharesOf(token: string, address: string): Share[] {
  const person = createHash('sha256').update(token).digest('base64url')
  return [
    { key: 'all', most: 8 },
    { key: `person ${person}`, most: 3 },
    { key: `record ${address}`, most: 3 },
  ]
}
