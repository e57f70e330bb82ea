import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestRecord } from '@/lib/base/request/request-record'
import { logFailure } from './error-log'
import { finish } from './finish'
import type { Exchange } from './send'
import { sendRefusal } from './send-refusal'

export type Framework = (req: IncomingMessage, res: ServerResponse) => Promise<void>

/** Nothing a visitor sent may pose as ours; `if-*` would make the framework compare pages that we change later. */
const OURS = /^(x-forwarded-|x-relais-|if-)/

/** More than this at once and the rest is told to come back: waiting in line would be slower for everybody. */
const IN_FLIGHT = 64

/** Hands a request to the framework, as many at a time as the machine can bear. */
export function renderer(
  framework: Framework,
  limit = IN_FLIGHT,
): (to: Exchange, record: RequestRecord) => void {
  let inFlight = 0
  return (exchange, record) => {
    if (inFlight >= limit) {
      sendRefusal(exchange, { status: 503, reason: 'busy' })
      return
    }
    inFlight += 1
    exchange.res.once('close', () => {
      inFlight -= 1
    })
    prepare(exchange, record)
    finish(exchange, record)
    framework(exchange.req, exchange.res).catch((error: unknown) => failed(exchange, error))
  }
}

function prepare({ req, site }: Exchange, record: RequestRecord): void {
  const client = clientOf(req, site.origin)
  for (const name of Object.keys(req.headers)) if (OURS.test(name)) delete req.headers[name]
  req.headers['x-forwarded-host'] = site.origin.host
  req.headers['x-forwarded-proto'] = site.origin.protocol.slice(0, -1)
  req.headers['x-relais-client'] = client
  req.headers['x-relais-reference'] = record.reference
  // A page rendered for HEAD says no length; rendered for GET it says all, and the body is dropped on the way out.
  if (req.method === 'HEAD' && !req.url?.startsWith('/api/')) req.method = 'GET'
}

/** Address to throttle by. An https origin means that a proxy of ours stands in front and wrote the last entry. */
function clientOf({ headers, socket }: IncomingMessage, origin: URL): string {
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim()
  return (origin.protocol === 'https:' && forwarded) || (socket.remoteAddress ?? '')
}

function failed(exchange: Exchange, error: unknown): void {
  logFailure({ event: 'exception' }, error instanceof Error ? [error] : [])
  if (exchange.res.headersSent) exchange.res.destroy()
  else sendRefusal(exchange, { status: 500, reason: 'general' })
}
