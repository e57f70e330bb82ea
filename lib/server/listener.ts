import type { IncomingMessage, ServerResponse } from 'node:http'
import { cookieOf, langOf } from '@/lib/base/request/lang'
import { newReference, type RequestRecord, requests } from '@/lib/base/request/request-record'
import { guard } from '@/lib/platform/http/guard'
import { securityHeaders } from '@/lib/platform/http/headers'
import { type Framework, renderer } from '@/lib/platform/http/render'
import { type Exchange, type Site, sendNothing, setHeaders } from '@/lib/platform/http/send'
import { sendJson, sendRefusal } from '@/lib/platform/http/send-refusal'
import { isStatic, type StaticFile, staticAnswer } from '@/lib/platform/http/static'

export interface Served extends Site {
  /** Tells one start of the server from another, for whoever waits until it is up. */
  readonly boot: string
  readonly files: ReadonlyMap<string, StaticFile>
  readonly framework: Framework
  /** False while pages are still being prepared: requests are taken, and wait. */
  readonly ready: () => boolean
}

type Answer = (exchange: Exchange, record: RequestRecord) => void

/** Health, guard, static files, then the framework; each request carries its own record along. */
export function listener(site: Served): (req: IncomingMessage, res: ServerResponse) => void {
  const render = renderer(site.framework)
  return (req, res) => {
    const lang = langOf(cookieOf(req.headers.cookie, 'lang'))
    const record: RequestRecord = {
      reference: newReference(),
      lang,
      demo: site.demo,
      path: req.url ?? '/',
    }
    const exchange = { req, res, site }
    requests.run(record, () => choose(exchange, site, render)(exchange, record))
  }
}

/** Health is answered under any host name: whoever watches the server asks its port, not its origin. */
function choose({ req, res }: Exchange, site: Served, render: Answer): Answer {
  if (req.url === '/api/health') return (to) => sendHealth(to, site)
  const { method = '', url = '', headers } = req
  const verdict = guard({ method, url, headers }, site.origin)
  if (verdict.pass) return isStatic(verdict.path) ? (to) => sendStatic(to, verdict.path, site) : render
  setHeaders(res, verdict.headers ?? {})
  return verdict.status < 400 ? redirect(verdict.status) : (to) => sendRefusal(to, verdict)
}

function sendHealth(exchange: Exchange, { boot, ready }: Served): void {
  if (!ready()) exchange.res.statusCode = 503
  sendJson(exchange, JSON.stringify(ready() ? { boot, ok: true } : { ok: false }))
}

function redirect(status: number): Answer {
  return (to) => {
    to.res.statusCode = status
    sendNothing(to)
  }
}

function sendStatic(exchange: Exchange, path: string, site: Served): void {
  const { req, res } = exchange
  const found = staticAnswer(site.files, path, req.headers['accept-encoding'])
  if (!found) {
    sendRefusal(exchange, { status: 404, reason: 'not-found' })
    return
  }
  setHeaders(res, { ...securityHeaders(site.origin), ...found.headers })
  res.end(found.body)
}
