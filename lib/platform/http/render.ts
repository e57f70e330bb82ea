import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestRecord } from '@/lib/base/request/request-record'
import { isUpload, sessionOf } from './body-limit'
import { logFailure } from './error-log'
import { finish } from './finish'
import { Places, sharesOf } from './places'
import { type Owners, Receiver, UPLOADS, withBody } from './receive'
import type { Exchange } from './send'
import { sendRefusal } from './send-refusal'

export type Framework = (req: IncomingMessage, res: ServerResponse) => Promise<void>

/** Nothing a visitor sent may pose as ours; `if-*` would make the framework compare pages that we change later. */
const OURS = /^(x-forwarded-|x-relais-|if-)/

/**
 * Hands a request to the framework: first its whole body, then a place among those served at once. Whoever sends slowly
 * holds no place, and whoever asks much waits behind whoever asks little.
 */
export function renderer(framework: Framework): (to: Exchange, record: RequestRecord) => void {
  const receiver = new Receiver()
  const uploads = new Receiver(UPLOADS)
  const places = new Places()
  return (exchange, record) => {
    render(exchange, record).catch((error: unknown) => failed(exchange, error))
  }

  async function render(exchange: Exchange, record: RequestRecord): Promise<void> {
    const { req, res } = exchange
    const address = clientOf(req, exchange.site.origin)
    const upload = isUpload(req)
    const received = await (upload
      ? uploads.receive(req, ownersOf(sessionOf(req), address))
      : receiver.receive(req))
    if ('gaveUp' in received) return giveUp(exchange, received.gaveUp === 'full')
    // A file weighs on us until it is answered; a form does not weigh.
    if (upload) res.once('close', received.done)
    else received.done()
    const whole = { ...exchange, body: received.body }
    const { key, shares } = sharesOf({ door: isDoor(req), session: sessionOf(req), address })
    const place = await places.take(key, shares)
    if (!place) return sendRefusal(whole, { status: 503, reason: 'busy' })
    if (res.destroyed) return place()
    res.once('close', place)
    prepare(whole, record, address)
    finish(whole, record)
    await framework(received.body.length > 0 ? withBody(req, received.body) : req, res).catch(
      (error: unknown) => failed(whole, error),
    )
  }
}

const isDoor = ({ method, url }: IncomingMessage) => method === 'POST' && url === '/api/v1/session'

/** Files at once: two of a session, four of an address. */
const ownersOf = (session: string | undefined, address: string): Owners => [
  { key: `session ${session}`, most: 2 },
  { key: `from ${address}`, most: 4 },
]

/** The rest of the body is not waited for: the connection ends with the answer. */
function giveUp(exchange: Exchange, full: boolean): void {
  const { res } = exchange
  if (res.destroyed) return
  res.setHeader('connection', 'close')
  res.once('finish', () => res.socket?.destroySoon())
  sendRefusal(exchange, full ? { status: 503, reason: 'busy' } : { status: 408, reason: 'slow' })
}

function prepare({ req, site }: Exchange, record: RequestRecord, client: string): void {
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
