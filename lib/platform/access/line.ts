/** Who waits: `known` goes first; the others take turns by their key, so that one account’s flood delays no other. */
export type Asker = { key: string; known: boolean }

/** The instance's own work, and what is beyond doubt: goes first. */
export const trusted: Asker = { key: '', known: true }

type Waiting = Asker & { resume: () => void }

/** Told by its code, the server's own for too much at once: classes differ between bundles. */
export class TooBusy extends Error {
  readonly code = '53300'
}

/**
 * Who signs in next. Of the few that run at once strangers take all but one, so that whoever floods the door never stands
 * in the way of a browser that is known.
 */
export class Line {
  private readonly running = { strangers: 0, all: 0 }
  private readonly waiting: Waiting[] = []
  private lastServed: string | undefined

  constructor(
    private readonly most: number,
    private readonly longest = 512,
  ) {}

  async inTurn<T>(asker: Asker, work: () => Promise<T>): Promise<T> {
    if (this.fits(asker)) this.begin(asker)
    else {
      if (this.waiting.length >= this.longest) throw new TooBusy('too many sign-ins at once')
      await new Promise<void>((resume) => this.waiting.push({ ...asker, resume }))
    }
    try {
      return await work()
    } finally {
      this.end(asker)
    }
  }

  /** Whether anybody is inside or waits. */
  get idle(): boolean {
    return this.running.all === 0 && this.waiting.length === 0
  }

  private fits({ known }: Asker): boolean {
    return this.running.all < this.most && (known || this.running.strangers < this.most - 1)
  }

  private begin({ known, key }: Asker): void {
    this.running.all += 1
    if (known) return
    this.running.strangers += 1
    this.lastServed = key
  }

  private end({ known }: Asker): void {
    this.running.all -= 1
    if (!known) this.running.strangers -= 1
    const following = this.next()
    if (!following) return
    this.waiting.splice(this.waiting.indexOf(following), 1)
    this.begin(following)
    following.resume()
  }

  /** Known browsers, then the first whose key was not the one served last. */
  private next(): Waiting | undefined {
    const able = this.waiting.filter((one) => this.fits(one))
    return able.find(({ known }) => known) ?? able.find(({ key }) => key !== this.lastServed) ?? able[0]
  }
}
