import { localeOf } from '@/lib/base/i18n/locale'
import { type Translate, translator } from '@/lib/base/i18n/translate'
import { presented, type SessionKind } from '@/lib/platform/access/cookies'
import { asSession, enter } from '@/lib/platform/access/enter'
import type { Role } from '@/lib/platform/access/roles'
import { append } from '@/lib/platform/audit/append'
import { refusalResponse } from '@/lib/platform/http/refusal-response'
import { answerSignIn, cookieReader } from './answers'
import type { Found, NotFound } from './read'
import { retried } from './retry'
import type { Ctx, Params } from './verb'

/** A file that leaves. `name` never holds a person or a case. */
export type FileOut = { name: string; type: string; body: string }

/**
 * One download. Like a verb, it does not compile without roles and an audited subject; `load` reads inside what the
 * actor may see and may record that the file left: all of it is one transaction.
 */
export type Download = {
  name: `${string}.${string}`
  session: SessionKind
  roles: readonly Role[]
  /** The page that offers the file: where a person returns after signing in. */
  page: (params: Params) => string
  load: (ctx: Ctx & { t: Translate }, params: Params) => Promise<Found<FileOut> | NotFound>
}

type Handler = (request: Request, context: { params: Promise<Params> }) => Promise<Response>

/** The one way to hand out a file by GET: site → session → role → data and audit in one transaction → attachment. */
export function download(spec: Download): Handler {
  return async (request, { params }) => {
    const refused = refusedBeforehand(request)
    if (refused) return refusalResponse(request, refused)
    const where = await params
    const session = presented(cookieReader(request))
    const signIn = () => answerSignIn(request, undefined, spec.page(where))
    if (!session || session.kind !== spec.session) return signIn()
    return retried(request, () =>
      asSession(spec.session, async (tx) => {
        const entry = await enter(tx, session.token)
        if (entry.state !== 'live') return signIn()
        const locale = localeOf(cookieReader(request)('lang') ?? entry.actor.locale)
        return answer(request, spec, { tx, actor: { ...entry.actor, locale } }, where)
      }),
    )
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

async function answer(request: Request, spec: Download, ctx: Ctx, params: Params): Promise<Response> {
  const { tx, actor } = ctx
  const action = spec.name
  if (!spec.roles.includes(actor.role)) {
    const subject = { type: 'page', id: action }
    await append(tx, { action, subject, outcome: 'refused', detail: { reason: 'role' } })
    return refusalResponse(request, { status: 403, reason: 'role' })
  }
  const found = await spec.load({ ...ctx, t: translator(actor.locale) }, params)
  if ('missing' in found) {
    await append(tx, { action, subject: found.missing, outcome: 'missing' })
    return refusalResponse(request, { status: 404, reason: 'not-found' })
  }
  if ('refused' in found) {
    const detail = { reason: found.refused }
    await append(tx, { action, subject: found.subject, outcome: 'refused', detail })
    return refusalResponse(request, { status: 403, reason: found.refused })
  }
  await append(tx, { action, subject: found.subject, outcome: 'done', detail: found.detail ?? {} })
  return attachment(found.view)
}

const attachment = ({ name, type, body }: FileOut): Response =>
  new Response(body, {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${safeName(name)}"` },
  })

/** Letters, digits, dot and hyphen only: nothing a header or a file system could read otherwise. */
export const safeName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9.-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 80)
