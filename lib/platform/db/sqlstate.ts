/**
 * What a failure of the database means, told by its SQLSTATE. Never by a class: the product and the framework's bundles
 * each load the driver, and a class of one is a stranger to the other.
 */
export type Trouble = 'conflict' | 'locked' | 'unsent' | 'unsure' | 'full' | 'slow'

/** Five symbols with a digit among them: `EPIPE` has five as well and is none. */
const SQLSTATE = /^(?=.*\d)[0-9A-Z]{5}$/

/** Codes by which the driver and the operating system say that a connection is gone. */
const GONE =
  /^(CONNECTION_(CLOSED|DESTROYED|ENDED)|CONNECT_TIMEOUT|ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN|ERR_STREAM_[A-Z_]+|ENETUNREACH)$/

function codeOf(error: object): string | undefined {
  const code: unknown = Reflect.get(error, 'code')
  return typeof code === 'string' && !Object.hasOwn(error, 'syscall') ? code : undefined
}

/** An error and what it wraps, outermost first; next-auth keeps its own in `cause.err`. At most ten deep. */
function* chain(error: unknown): Generator<object> {
  let current: unknown = error
  for (let depth = 0; depth < 10 && typeof current === 'object' && current !== null; depth += 1) {
    yield current
    current = Reflect.get(current, 'cause') ?? Reflect.get(current, 'err')
  }
}

/** The SQLSTATE behind whatever wrapped it. The wrapper quotes parameters: never log or show it. */
export function sqlStateOf(error: unknown): string | undefined {
  for (const one of chain(error)) {
    const code = codeOf(one)
    if (code !== undefined && SQLSTATE.test(code)) return code
  }
  return undefined
}

/** True when the connection is gone, in the driver's or the operating system's words. */
export function isGone(error: unknown): boolean {
  return [...chain(error)].some((one) => GONE.test(String(Reflect.get(one, 'code') ?? '')))
}

/** What to do about a SQLSTATE; nothing where it is the statement's own fault. */
export function troubleOf(state: string | undefined): Trouble | undefined {
  if (state === undefined) return undefined
  if (state === '08007') return 'unsure'
  if (state === '55P03') return 'locked'
  if (/^(57014|25P03|25P04|53300)$/.test(state)) return 'slow'
  if (/^(08|57P|25006)/.test(state)) return 'unsent'
  if (/^(53|58|XX0)/.test(state)) return 'full'
  return state.startsWith('40') ? 'conflict' : undefined
}
