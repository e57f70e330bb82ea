import type { Translate } from '@/lib/base/i18n/translate'
import type { SessionKind } from '@/lib/platform/access/cookies'
import type { Role } from '@/lib/platform/access/roles'
import { refusalResponse } from '@/lib/platform/http/refusal-response'
import { admit, type Worked } from './admit'
import { answerSignIn, cookieReader } from './answers'
import type { Found, NotFound } from './read'
import { refusedLater } from './retry'
import type { Ctx, Params } from './verb'

/**
 * A file that leaves. `name` never holds a person or a case. `shown`: a picture of ours that a browser may show in its window, where nothing of it
 * runs, asks for anything else, or stays on the device as a saved file does.
 */
export type FileOut = { name: string; type: string; body: string | Uint8Array<ArrayBuffer>; shown?: boolean }

/**
 * One download. Like a verb, it does not compile without roles and an audited subject; `load` reads inside what the
 * actor may see and may record that the file left: all of it is one transaction.
 */
export type Download = {
  name: `${string}.${string}`
  session: SessionKind
  roles: readonly Role[]
  /** Open to whoever came by a link, for its one referral. */
  byLink?: true
  /** The page that offers the file: where a person returns after signing in. */
  page: (params: Params) => string
  load: (ctx: Ctx & { t: Translate }, params: Params) => Promise<Found<FileOut> | NotFound>
}

type Handler = (request: Request, context: { params: Promise<Params> }) => Promise<Response>

/** The one way to hand out a file by GET: site → the door → attachment. */
export function download({ name: action, session, roles, byLink, page, load }: Download): Handler {
  return async (request, { params }) => {
    const refused = refusedBeforehand(request)
    if (refused) return refusalResponse(request, refused)
    const where = await params
    const spec = { action, door: 'route', session, roles, byLink, repeatable: false } as const
    const outcome = await admit<Response>(cookieReader(request), spec, async (inside) =>
      handedOut(await load(inside, where)),
    )
    if ('signIn' in outcome) return answerSignIn(request, undefined, page(where))
    return 'refusal' in outcome ? refusedLater(request, outcome.refusal) : outcome.answer
  }
}

/**
 * A file that is logged under somebody's name is not fetched by another site's link, and HEAD, which the framework
 * answers with GET, would log a file that nobody received.
 */
function refusedBeforehand(request: Request) {
  const site = request.headers.get('sec-fetch-site')
  // `none`: typed, or opened from a bookmark. No header at all is no browser of today.
  if (site !== 'same-origin' && site !== 'none') return { status: 403, reason: 'cross-site' }
  return request.method === 'HEAD' ? { status: 405, reason: 'method' } : undefined
}

function handedOut(found: Found<FileOut> | NotFound): Worked<Response> {
  if (!('view' in found)) return found
  const { view, ...log } = found
  return { answer: attachment(view), log }
}

const attachment = ({ name, type, body, shown }: FileOut): Response =>
  new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `${shown ? 'inline' : 'attachment'}; filename="${safeName(name)}"`,
      'content-security-policy': NOTHING_RUNS,
    },
  })

/** Of a file nothing runs and nothing is fetched; the way out keeps this instead of the policy of pages. */
const NOTHING_RUNS =
  "default-src 'none'; img-src 'self'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** Letters, digits, dot and hyphen only: nothing a header or a file system could read otherwise. */
export const safeName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9.-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 80)
