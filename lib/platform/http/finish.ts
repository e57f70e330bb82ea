import type { ServerResponse } from 'node:http'
import type { RequestRecord } from '@/lib/base/request/request-record'
import { cleanHtml, hiddenRefusal, tellErrorInTitle } from './clean'
import { collect } from './collect'
import { logFailure } from './error-log'
import { securityHeaders } from './headers'
import { FINISHED } from './refusal-response'
import { type Exchange, sendNothing, sendPage, setHeaders } from './send'
import { sendRefusal } from './send-refusal'
import { word } from './words'

const FRAMEWORK_HEADERS = ['etag', 'link', 'vary']
const BODY_HEADERS = ['content-length', 'transfer-encoding']

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
      for (const name of BODY_HEADERS) res.removeHeader(name)
      const ready = res.hasHeader(FINISHED)
      res.removeHeader(FINISHED)
      const refusal = record.refusal ?? (ready ? undefined : hiddenRefusal(res.statusCode, html))
      if (refusal) refuseInstead(exchange, refusal)
      else if (res.statusCode >= 300 && res.statusCode < 400) sendNothing(exchange)
      else {
        if (record.statements !== undefined) res.setHeader('x-relais-statements', record.statements)
        sendPage(exchange, tellErrorInTitle(cleanHtml(html), word(record.lang, 'page.error')))
      }
    },
    passing: () => {
      dropFrameworkHeaders(res)
      setHeaders(res, { ...securityHeaders(site.origin), ...stricter(res), 'cache-control': 'no-store' })
    },
  })

  function refuseInstead(to: Exchange, refusal: NonNullable<RequestRecord['refusal']>): void {
    if (refusal.status === 405) res.setHeader('allow', req.method === 'POST' ? 'GET, HEAD' : 'POST')
    if (refusal.status >= 500)
      logFailure({ event: 'failed', status: refusal.status, reason: refusal.reason, path: pathOf(req.url) })
    sendRefusal(to, refusal)
  }
}

/** Without the query, and without the token of a one-time link: nothing that is a secret is written down. */
function pathOf(url = ''): string {
  return (url.split('?')[0] ?? '').replace(/^\/(welcome|r)\/.*/, '/$1/…')
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

/** A file brings the policy of a file; only routes of ours set one. */
function stricter(res: ServerResponse): Record<string, string> {
  const own = res.getHeader('content-security-policy')
  return typeof own === 'string' ? { 'content-security-policy': own } : {}
}

/** Written for the body as the framework had it, or for its own scripts. */
function dropFrameworkHeaders(res: ServerResponse): void {
  const names = res
    .getHeaderNames()
    .filter((name) => name.startsWith('x-nextjs-') || FRAMEWORK_HEADERS.includes(name))
  for (const name of names) res.removeHeader(name)
}
