import type { IncomingHttpHeaders } from 'node:http'
import { limitOf } from './body-limit'

export interface Asked {
  readonly method: string
  readonly url: string
  readonly headers: IncomingHttpHeaders
}

export type Verdict =
  | { readonly pass: true; readonly path: string }
  | { readonly pass: false; readonly status: number; readonly reason: string; readonly headers?: Extra }

type Extra = Readonly<Record<string, string>>

/** Bytes. */
const MAX_URL = 4096

/** Names, and beginnings that end in `-`, by which the framework can be steered from outside (RSC, actions, data). */
const STEERING = 'rsc next- x-next- x-nextjs- x-middleware- x-matched-path x-invoke- x-prerender-'.split(' ')
const STEERING_QUERY = /^(_rsc$|nxt[PI]|__next)/
const FRAMEWORK_PATH = /^\/_|\.rsc$|\.segments(\/|$)|^\/assets\.json$/i
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what we look for
const ODD_PATH = /[\u0000-\u001f\\]|\/\//

/** Decides before the framework sees anything: each rule is a way in that was measured, see decision 0005. */
export function guard(asked: Asked, origin: URL): Verdict {
  const [rawPath = '', ...query] = asked.url.split('?')
  const path = decoded(rawPath)
  const api = path === '/api' || path?.startsWith('/api/') === true
  if (asked.url.length > MAX_URL) return refusal(414, 'url-too-long')
  if (path === undefined || !path.startsWith('/') || ODD_PATH.test(path)) return refusal(400, 'malformed-url')
  if (asked.headers.host !== origin.host) return otherHost(asked, origin)
  if (steered(asked.headers, query.join('?'))) return refusal(400, 'framework-request')
  if (FRAMEWORK_PATH.test(path)) return refusal(404, 'not-found')
  const allowed = api ? ['GET', 'HEAD', 'POST'] : ['GET', 'HEAD']
  if (!allowed.includes(asked.method)) return refusal(405, 'method', { allow: allowed.join(', ') })
  return tooMuch(asked) ?? { pass: true, path }
}

function refusal(status: number, reason: string, headers?: Extra): Verdict {
  return { pass: false, status, reason, ...(headers && { headers }) }
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

/** `localhost` is what people type; cookies and same-origin checks need the one true name. */
function otherHost({ method, url, headers }: Asked, origin: URL): Verdict {
  const local = /^localhost(:\d+)?$/i.test(headers.host ?? '')
  if (!local || (method !== 'GET' && method !== 'HEAD')) return refusal(421, 'other-host')
  return refusal(307, 'localhost', { location: origin.origin + url })
}

function steered(headers: IncomingHttpHeaders, query: string): boolean {
  const byHeader = Object.keys(headers).some((name) =>
    STEERING.some((mark) => (mark.endsWith('-') ? name.startsWith(mark) : name === mark)),
  )
  return byHeader || [...new URLSearchParams(query).keys()].some((name) => STEERING_QUERY.test(name))
}

/** A body must say its length, so that the limit holds before a byte is read. */
function tooMuch(asked: Asked): Verdict | undefined {
  const { headers } = asked
  if (headers['transfer-encoding'] !== undefined) return refusal(411, 'length-required')
  return Number(headers['content-length'] ?? 0) > limitOf(asked) ? refusal(413, 'body-too-large') : undefined
}
