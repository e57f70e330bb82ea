import type { Fields } from '@/lib/base/forms/form'
import { isUuid } from '@/lib/base/forms/uuid'
import { refusalResponse } from '@/lib/platform/http/refusal-response'
import { answerForm } from './answers'
import { readBody } from './body'
import { attempted, type Handler } from './command'
import type { Verb } from './verb'

/** So many at once at most: as many as somebody reads before they press. */
export const SEVERAL = 20

/** What came of one of them: done, or why not. */
export type Came = { id: string; left?: string }
/** One ticked row as a form sends it: its id, and what its page knew of it. */
export type Ticked = { id: string; values: Record<string, string> }

type Several = {
  /** What a tick says; nothing where it does not read as one. */
  tick: (text: string) => Ticked | undefined
  /** Back to where they stood, saying what came of each. */
  page: (came: readonly Came[]) => string
  /** Nothing was ticked: back to what asks which. */
  none: (sent: { partner: string; service: string }) => string
}

/**
 * One press for several rows: each is a write of its own, with its own transaction, policy, version and line in the log. What
 * does not go through is left as it stands and named with its reason; the others are done.
 */
export function severally<F extends Fields, Row>(verb: Verb<F, Row>, { tick, page, none }: Several): Handler {
  return async (request) => {
    const body = await readBody(request)
    if ('status' in body) return refusalResponse(request, body)
    const { ticks = [], partner = '', service = '' } = body.values
    const all = [ticks].flat().flatMap((text) => tick(text) ?? [])
    if (all.length === 0)
      return answerForm(request, none({ partner: String(partner), service: String(service) }))
    const came: Came[] = []
    for (const { id, values } of all.slice(0, SEVERAL)) {
      const one = await attempted(verb, {
        request: asJson(request),
        where: { id },
        body: { values, json: true },
      })
      // Nobody is signed in: as with any other write.
      if (one.status === 401)
        return attempted(verb, { request, where: { id }, body: { values, json: false } })
      came.push(one.ok ? { id } : { id, left: await reasonOf(one) })
    }
    // More than its page ever shows: left as they stand, and named.
    came.push(...all.slice(SEVERAL).map(({ id }) => ({ id, left: 'other' })))
    return answerForm(request, page(came))
  }
}

/** The same person and browser, answered for a machine. */
function asJson(request: Request): Request {
  const headers = new Headers(request.headers)
  headers.set('content-type', 'application/json')
  headers.set('accept', 'application/json')
  headers.delete('content-length')
  return new Request(request.url, { method: 'POST', headers })
}

async function reasonOf(answer: Response): Promise<string> {
  const said: unknown = await answer.json().catch(() => undefined)
  const error = typeof said === 'object' && said !== null ? Reflect.get(said, 'error') : undefined
  const reason: unknown =
    typeof error === 'object' && error !== null ? Reflect.get(error, 'reason') : undefined
  return typeof reason === 'string' && /^[A-Za-z_-]{1,40}$/.test(reason) ? reason : 'other'
}

/** `<id>.<version>`: the row as the page showed it. */
export function versioned(text: string): { id: string; version: string } | undefined {
  const [id = '', version = ''] = text.split('.')
  return isUuid(id) && /^\d{1,9}$/.test(version) ? { id, version } : undefined
}
