type Closer = () => void | Promise<void>

/** What a command has opened, closed in reverse order when it ends, however it ends. */
export interface Lifetime {
  /** Registers what must be closed. */
  add(closer: Closer): void
  /** Closes everything; further calls wait for the first. */
  end(): Promise<void>
  /** True from the moment the end has begun. */
  ending(): boolean
  /** Resolves when everything is closed. */
  ended: Promise<void>
}

export function openLifetime(): Lifetime {
  const closers: Closer[] = []
  const { promise: ended, resolve } = withResolvers()
  let begun = false
  async function end() {
    if (begun) return ended
    begun = true
    for (const close of closers.reverse()) await Promise.resolve(close()).catch(() => {})
    resolve()
    return ended
  }
  return { add: (closer) => closers.push(closer), end, ending: () => begun, ended }
}

function withResolvers() {
  let resolve = () => {}
  const promise = new Promise<void>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}

/** npm starts us through a shell: when npm is killed the shell stays, so its parent is watched as well. */
async function grandparent() {
  if (!process.env.npm_lifecycle_event) return undefined
  const { readFile } = await import('node:fs/promises')
  const stat = await readFile(`/proc/${process.ppid}/stat`, 'utf8').catch(() => '')
  return stat === '' ? undefined : stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
}

/** Ends with Ctrl-C, SIGTERM, a closed terminal, and when whoever started us is gone (it gets no signal then). */
export function endWithUs(lifetime: Lifetime) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void lifetime.end())
  const parent = process.ppid
  const known = grandparent()
  const watch = setInterval(async () => {
    if (process.ppid !== parent || (await grandparent()) !== (await known)) void lifetime.end()
  }, 500)
  watch.unref()
}
