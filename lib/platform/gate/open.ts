import { refusalResponse } from '@/lib/platform/http/refusal-response'
import { type Body, readBody } from './body'
import { retried } from './retry'

/** The few writes without a session: signing in and out, the language. Same origin, type and size checks. */
export function open(
  handle: (request: Request, body: Body) => Promise<Response>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const body = await readBody(request)
    return 'status' in body ? refusalResponse(request, body) : retried(request, () => handle(request, body))
  }
}

/** A place of ours to return to, or home: never another site, never an address of the API. */
export function safePath(path: unknown): string {
  if (typeof path !== 'string' || path.length > 500 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(path)) return '/'
  return path.startsWith('/api/') || path.startsWith('/sign-in') ? '/' : path
}
