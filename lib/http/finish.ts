import type { ServerResponse } from 'node:http'
import { cleanHtml, hiddenRefusal } from './clean'
import { collect } from './collect'
import { logFailure } from './error-log'
import { securityHeaders } from './headers'
import { FINISHED } from './refusal-response'
import type { RequestRecord } from './request-record'
import { type Exchange, sendPage, setHeaders } from './send'
import { sendRefusal } from './send-refusal'

/**
 * Finishes what the framework answers. HTML is collected, cleaned and sent as one compressed page, or replaced by a
 * refusal; anything else streams through with our headers. A recorded refusal always wins.
 */
export function finish(exchange: Exchange, record: RequestRecord): void {
  const { req, res, site } = exchange
  collect(res, {
    collects: () => isPage(res) || record.refusal !== undefined || isBareError(res),
    finished: (html) => {
      dropFrameworkHeaders(res)
      const ready = res.hasHeader(FINISHED)
      res.removeHeader(FINISHED)
      const refusal = record.refusal ?? (ready ? undefined : hiddenRefusal(res.statusCode, html))
      if (refusal) refuseInstead(exchange, refusal)
      else if (res.statusCode >= 300 && res.statusCode < 400) sendNothing(exchange)
      else sendPage(exchange, cleanHtml(html))
    },
    passing: () => {
      for (const name of res.getHeaderNames()) if (name.startsWith('x-nextjs-')) res.removeHeader(name)
      setHeaders(res, { ...securityHeaders(site.origin), 'cache-control': 'no-store' })
    },
  })

  function refuseInstead(to: Exchange, refusal: NonNullable<RequestRecord['refusal']>): void {
    if (refusal.status === 405) res.setHeader('allow', req.method === 'POST' ? 'GET, HEAD' : 'POST')
    if (refusal.status >= 500) logFailure({ event: 'failed', status: refusal.status, reason: refusal.reason })
    sendRefusal(to, refusal)
  }
}

function isPage(res: ServerResponse): boolean {
  return (
    String(res.getHeader('content-type') ?? '').startsWith('text/html') && !res.hasHeader('content-encoding')
  )
}

/** The framework answers some errors with a status and nothing else. */
function isBareError(res: ServerResponse): boolean {
  return res.statusCode >= 400 && !res.hasHeader('content-type')
}

function sendNothing({ res, site }: Exchange): void {
  setHeaders(res, { ...securityHeaders(site.origin), 'cache-control': 'no-store', 'content-length': '0' })
  res.removeHeader('content-type')
  res.end()
}

/** Written for the body as the framework had it, or for its own scripts. */
function dropFrameworkHeaders(res: ServerResponse): void {
  const dropped = ['etag', 'link', 'vary', 'content-length', 'transfer-encoding']
  for (const name of res.getHeaderNames())
    if (name.startsWith('x-nextjs-') || dropped.includes(name)) res.removeHeader(name)
}
