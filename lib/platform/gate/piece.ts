import type { SessionKind } from '@/lib/platform/access/cookies'
import type { Role } from '@/lib/platform/access/roles'
import { PIECE } from '@/lib/platform/files/limits'
import { admit, type Inside } from './admit'
import { cookieReader } from './answers'
import { sameOrigin } from './body'
import { inTurn } from './command'
import type { Params } from './verb'

/** How pieces of a file are taken, one request each. */
export type Pieces = {
  name: `${string}.${string}`
  session: SessionKind
  roles: readonly Role[]
  /** Keeps a piece; which comes next, or nothing where there is no such file of theirs. */
  keep: (inside: Inside, where: Params, bytes: Buffer) => Promise<number | undefined>
}

type Handler = (request: Request, context: { params: Promise<Params> }) => Promise<Response>
const no = (status: number) => Response.json({ ok: false }, { status })

/**
 * One piece of a file, as bytes. A script of ours sends it and reads the answer: which piece comes next. The log knows what became of the whole file,
 * not of its pieces.
 */
export function pieces({ name: action, session, roles, keep }: Pieces): Handler {
  return async (request, { params }) => {
    if (!sameOrigin(request.headers)) return no(403)
    if (request.headers.get('content-type') !== 'application/octet-stream') return no(415)
    const bytes = Buffer.from(await request.arrayBuffer())
    if (bytes.length === 0 || bytes.length > PIECE) return no(413)
    const where = (await params) ?? {}
    const spec = {
      action,
      door: 'route',
      session,
      roles,
      repeatable: true,
      turn: inTurn(request, where),
    } as const
    const outcome = await admit<Response>(cookieReader(request), spec, async (inside) => {
      const next = await keep(inside, where, bytes)
      return { answer: next === undefined ? no(404) : Response.json({ ok: true, next }) }
    })
    if ('answer' in outcome) return outcome.answer
    return no('signIn' in outcome ? 401 : outcome.refusal.status)
  }
}
