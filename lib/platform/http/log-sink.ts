import { write, writeSync } from 'node:fs'

/** Characters that wait at most while a write is in hand: a log that cannot be written must not fill the memory. */
const MOST_WAITING = 1 << 20
/** Bytes written at once: so few never mix with another write to the same pipe. */
const AT_ONCE = 4096
/** Milliseconds until a reader that is busy is tried again, and in which an ending process tries at all. */
const PAUSE = 20
const LAST_CHANCE = 1000

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EAGAIN' || error.code === 'EBUSY')

/**
 * Where log lines go: handed over at once, written beside the requests, so that nobody waits for a disk. A log that
 * cannot be written (disk full, reader gone) is lost; the request it is about is not. The logger's own destination would
 * try for ever at the end of a process whose disk is full (decision record 49).
 */
export class LogSink {
  private waiting: string[] = []
  private size = 0
  private writing = false
  private idle: (() => void)[] = []

  constructor(private readonly fd: number) {}

  write(line: string): void {
    if (this.size + line.length > MOST_WAITING) return
    this.waiting.push(line)
    this.size += line.length
    if (!this.writing) this.next()
  }

  /** Resolves when everything handed over so far is written or lost. */
  drained(): Promise<void> {
    if (!this.writing) return Promise.resolve()
    return new Promise((resolve) => this.idle.push(resolve))
  }

  /** What still waits, written at once: for a process that has no next moment. */
  flush(): void {
    const until = performance.now() + LAST_CHANCE
    let rest = this.taken()
    while (rest.length > 0 && performance.now() < until) {
      try {
        rest = rest.subarray(writeSync(this.fd, rest))
        if (rest.length === 0) rest = this.taken()
      } catch (error) {
        if (!isBusy(error)) return
      }
    }
  }

  /** The next whole lines, one at least. */
  private taken(): Buffer {
    let count = 0
    let bytes = 0
    for (const line of this.waiting) {
      bytes += Buffer.byteLength(line)
      if (count > 0 && bytes > AT_ONCE) break
      count += 1
    }
    const text = this.waiting.splice(0, count).join('')
    this.size -= text.length
    return Buffer.from(text)
  }

  private next(): void {
    this.writing = this.waiting.length > 0
    if (this.writing) this.put(this.taken())
    else for (const resolve of this.idle.splice(0)) resolve()
  }

  private put(bytes: Buffer): void {
    write(this.fd, bytes, (error, written) => {
      if (isBusy(error)) setTimeout(() => this.put(bytes), PAUSE)
      else if (!error && written < bytes.length) this.put(bytes.subarray(written))
      else this.next()
    })
  }
}
