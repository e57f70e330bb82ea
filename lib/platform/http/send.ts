import type { IncomingMessage, ServerResponse } from 'node:http'
import { cookieOf } from '@/lib/base/request/lang'
import type { Stylesheet } from './assets'
import { encode } from './encode'
import { securityHeaders } from './headers'
import { placeStylesheet } from './stylesheet'

/** What does not change between two requests. */
export interface Site {
  readonly origin: URL
  readonly sheet: Stylesheet | null
  readonly demo: boolean
}

export interface Exchange {
  readonly req: IncomingMessage
  readonly res: ServerResponse
  readonly site: Site
  /** The whole body, once it is here. */
  readonly body?: Buffer
}

/** Sends one finished page: stylesheet placed, compressed, guarded by headers, kept in no cache. */
export function sendPage({ req, res, site }: Exchange, html: string): void {
  const { html: styled, styleHash } = placeStylesheet(html, site.sheet, cookieOf(req.headers.cookie, 'css'))
  const { body, encoding } = encode(styled, req.headers['accept-encoding'])
  if (styleHash !== undefined && site.sheet) res.appendHeader('set-cookie', cssCookie(site, site.sheet.hash))
  setHeaders(res, { ...securityHeaders(site.origin, styleHash), 'cache-control': 'no-store' })
  setHeaders(res, { 'content-type': 'text/html; charset=utf-8', 'content-length': String(body.length) })
  if (encoding) res.setHeader('content-encoding', encoding)
  res.end(body)
}

function cssCookie({ origin }: Site, hash: string): string {
  return `css=${hash}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax${origin.protocol === 'https:' ? '; Secure' : ''}`
}

export function setHeaders(res: ServerResponse, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value)
}

/** A redirect has nothing to show; its `Location` is set already. */
export function sendNothing({ res, site }: Exchange): void {
  setHeaders(res, { ...securityHeaders(site.origin), 'cache-control': 'no-store', 'content-length': '0' })
  res.removeHeader('content-type')
  res.end()
}
