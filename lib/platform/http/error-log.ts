import pino from 'pino'
import { currentRequest } from '@/lib/base/request/request-record'
import { LogSink } from './log-sink'

interface Described {
  readonly name: string
  readonly code?: string
  readonly message?: string
  readonly constraint?: string
  readonly stack: readonly string[]
  readonly cause?: Described
}

/** Query errors carry parameters in their text, database errors carry values: names of people, typed text. */
function quotesData(error: object): boolean {
  return 'query' in error || 'params' in error || 'parameters' in error || 'severity' in error
}

function field(error: object, name: string): string | undefined {
  const value: unknown = Reflect.get(error, name)
  return typeof value === 'string' ? value : undefined
}

/** What of an error may be written down: name, code, constraint, call sites; its text only where it is ours. */
export function describeError(error: Error): Described {
  const code = field(error, 'code')
  const constraint = field(error, 'constraint_name')
  const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    name: error.name,
    ...(code !== undefined && { code }),
    ...(!quotesData(error) && { message: error.message }),
    ...(constraint !== undefined && { constraint }),
    stack: stack.slice(0, 12).map((line) => line.trim()),
    ...(error.cause instanceof Error && { cause: describeError(error.cause) }),
  }
}

const sink = new LogSink(2)
process.on('exit', () => sink.flush())
const log = pino({ base: null, formatters: { level: (level) => ({ level }) } }, sink)

/** Waits until what was logged is written: the last thing a server does before it ends. */
export const logWritten = (): Promise<void> => sink.drained()

/** One line of JSON on standard error; never a query string, a body or a cookie. */
export function logFailure(
  facts: Readonly<Record<string, string | number>>,
  errors: readonly Error[] = [],
): void {
  log.error({ reference: currentRequest()?.reference, ...facts, errors: errors.map(describeError) })
}

/** Where the driver's own plumbing throws: in timers, past everybody, about a socket that is gone. */
const PLUMBING = /node_modules[\\/]postgres[\\/]|\bnode:(net|internal\/(stream|streams|net))/
const SOCKET = /^(EPIPE|ECONN(RESET|REFUSED|ABORTED)|ETIMEDOUT|ERR_STREAM_[A-Z_]+|ENOSPC)$/

/**
 * True for what nobody could have caught and what says nothing of the state we are in: a socket or a log that went away.
 * Any other error that nobody caught may have stopped half-way through something.
 */
export function isHarmless(error: Error): boolean {
  const [first = ''] = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return SOCKET.test(field(error, 'code') ?? '') || (PLUMBING.test(first) && !quotesData(error))
}

/**
 * The framework prints whole errors through `console.error`, Node those that nobody caught; from here on both pass
 * through `describeError`. A stray rejection or a broken socket does not end the requests of everybody else; after a
 * true crash `end` is asked to finish what is in hand, and a new process takes over.
 */
export function quietErrors(end: () => void): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  process.on('unhandledRejection', (error) =>
    logFailure({ event: 'rejection' }, error instanceof Error ? [error] : []),
  )
  process.on('uncaughtException', (error) => {
    const harmless = isHarmless(error)
    logFailure({ event: harmless ? 'socket' : 'crash' }, [error])
    if (!harmless) end()
  })
  const plain = console.error.bind(console)
  console.error = (...parts: unknown[]) => {
    const errors = parts.filter((part) => part instanceof Error)
    if (errors.length === 0) plain(...parts)
    else logFailure({ event: 'exception' }, errors)
  }
}
