import pino from 'pino'
import { currentRequest } from '@/lib/base/request/request-record'

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

const log = pino(
  { base: null, formatters: { level: (level) => ({ level }) } },
  { write: (line: string) => process.stderr.write(line) },
)

/** One line of JSON on standard error; never a query string, a body or a cookie. */
export function logFailure(
  facts: Readonly<Record<string, string | number>>,
  errors: readonly Error[] = [],
): void {
  log.error({ reference: currentRequest()?.reference, ...facts, errors: errors.map(describeError) })
}

/**
 * The framework prints whole errors through `console.error`, Node those that nobody caught; from here on both pass
 * through `describeError`. A stray rejection does not end the requests of everybody else.
 */
export function quietErrors(): void {
  process.on('unhandledRejection', (error) =>
    logFailure({ event: 'rejection' }, error instanceof Error ? [error] : []),
  )
  process.once('uncaughtException', (error) => {
    logFailure({ event: 'crash' }, [error])
    process.exit(1)
  })
  const plain = console.error.bind(console)
  console.error = (...parts: unknown[]) => {
    const errors = parts.filter((part) => part instanceof Error)
    if (errors.length === 0) plain(...parts)
    else logFailure({ event: 'exception' }, errors)
  }
}
