import { currentRequest, newReference, type Refusal } from '@/lib/base/request/request-record'
import { type RefusalPage, refusalHtml } from './refusal-page'
import { refusalWords } from './words'

/** Tells our server that an HTML error answer is a finished page; it never leaves the server. */
export const FINISHED = 'x-relais-page'

type Extra = Partial<Pick<RefusalPage, 'links' | 'form' | 'written'>>

/** People get a page, programs (no `text/html` in `Accept`) get JSON with the same status, reason and reference. */
export function wantsHtml(accept: string | null | undefined): boolean {
  return accept?.includes('text/html') === true
}

/** The refusal of a route handler, in the language and with the reference of the request in hand. */
export function refusalResponse(request: Request, refusal: Refusal, extra: Extra = {}): Response {
  const { reference, lang, demo } = currentRequest() ?? { reference: newReference(), lang: 'fr', demo: false }
  const { status } = refusal
  if (!wantsHtml(request.headers.get('accept')))
    return new Response(refusalJson({ ...refusal, reference, lang }), json(status))
  const html = refusalHtml({ ...refusal, ...extra, lang, reference, demo })
  return new Response(html, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', [FINISHED]: '1' },
  })
}

function json(status: number): ResponseInit {
  return { status, headers: { 'content-type': 'application/json' } }
}

export function refusalJson(refusal: Refusal & Pick<RefusalPage, 'lang' | 'reference'>): string {
  const { status, reason, lang, reference } = refusal
  return JSON.stringify({ error: { status, reason, title: refusalWords(lang, refusal).title, reference } })
}
