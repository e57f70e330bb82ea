import {
  currentRequest,
  newReference,
  type Refusal,
  type RefusalLink,
} from '@/lib/base/request/request-record'
import { securityHeaders } from './headers'
import { keptForm } from './kept-form'
import { refusalHtml } from './refusal-page'
import { refusalJson, wantsHtml } from './refusal-response'
import { type Exchange, sendPage, setHeaders } from './send'
import { word } from './words'

/** Sends a refusal as a page, or as JSON to a program that called the API. */
export function sendRefusal(exchange: Exchange, refusal: Refusal): void {
  const { req, res, site } = exchange
  const { lang, reference } = currentRequest() ?? { lang: 'fr', reference: newReference() }
  res.statusCode = refusal.status
  if (refusal.status === 503) res.setHeader('retry-after', '5')
  if (!req.url?.startsWith('/api/') || wantsHtml(req.headers.accept)) {
    const links = refusal.links ?? linksFor(exchange, refusal)
    const form = refusal.status >= 500 ? keptForm(exchange, lang) : undefined
    const page = { ...refusal, lang, reference, demo: site.demo, links }
    sendPage(exchange, refusalHtml(form ? { ...page, form } : page))
  } else {
    sendJson(exchange, refusalJson({ ...refusal, lang, reference }))
  }
}

export function sendJson({ res, site }: Exchange, body: string): void {
  setHeaders(res, {
    ...securityHeaders(site.origin),
    'cache-control': 'no-store',
    'content-type': 'application/json',
  })
  res.setHeader('content-length', Buffer.byteLength(body))
  res.end(body)
}

/** Trying again makes sense where time heals, and only for a page that was read. */
function linksFor({ req }: Exchange, { status }: Refusal): readonly RefusalLink[] {
  const { lang } = currentRequest() ?? { lang: 'fr' as const }
  const home = { href: '/', label: word(lang, 'page.home') }
  const again = (status === 429 || status >= 500) && req.method !== 'POST'
  return again ? [{ href: req.url ?? '/', label: word(lang, 'page.retry') }, home] : [home]
}
