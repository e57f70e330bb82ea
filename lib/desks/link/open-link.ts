import { sql } from 'drizzle-orm'
import { codeHash, isToken, sessionOf } from '@/lib/casework/numbers/link-secrets'
import { acknowledgeReferral } from '@/lib/casework/referrals/verbs/acknowledge-referral'
import {
  goneCookie,
  keptCookie,
  linkCookie,
  linkSessionCookie,
  sessionCookie,
  tiedTo,
} from '@/lib/platform/access/cookies'
import { endPresented, hashOf } from '@/lib/platform/access/sessions'
import { append } from '@/lib/platform/audit/append'
import { pool } from '@/lib/platform/db/client'
import { admit } from '@/lib/platform/gate/admit'
import { cookieReader } from '@/lib/platform/gate/answers'
import type { Body } from '@/lib/platform/gate/body'
import { withDraft } from '@/lib/platform/gate/come-back'
import { attempted } from '@/lib/platform/gate/command'
import { newestDraft } from '@/lib/platform/gate/drafts'
import { digitsOf } from './digits'
import { type LinkSaid, readLink } from './read-link'
import { textOf } from './text-of'

type Opening = 'OPEN' | 'WRONG' | 'NO_CODE' | 'NO_TRIES' | 'UNKNOWN'

/**
 * The code that was read out → a session for that one referral, in the browser that asked. Reading it acknowledges it: a button was
 * pressed. Whatever session the browser had ends. The same press within a minute finds the same session: no answer lost on the way costs a
 * code.
 */
export async function openLink(request: Request, { values }: Body): Promise<Response> {
  const token = textOf(values.token)
  if (!isToken(token)) return seeOther('/')
  const read = cookieReader(request)
  const code = digitsOf(textOf(values.code))
  if (code === undefined) return seeOther(`/r/${token}?code=missing`)
  const said = await readLink(token, read)
  const browser = tiedTo(read)?.browser
  if (!said || !browser) return seeOther(`/r/${token}`)
  const session = sessionOf(token, browser, code)
  const opening = await opened({ token, browser, code, session, referralId: said.referralId })
  if (opening !== 'OPEN') return seeOther(opening === 'WRONG' ? `/r/${token}?code=wrong` : `/r/${token}`)
  // Pressed twice, this browser may hold it already.
  if (read(linkSessionCookie()) !== session) await endPresented(read)
  const answer = seeOther(await firstPage(request, said, session, `${browser}.${token}`))
  for (const kind of ['staff', 'partner'] as const)
    answer.headers.append('set-cookie', goneCookie(sessionCookie(kind)))
  answer.headers.append('set-cookie', keptCookie(linkSessionCookie(), session))
  return answer
}

const seeOther = (location: string) => new Response(null, { status: 303, headers: { location } })

type Tried = { token: string; browser: string; code: string; session: string; referralId: string }

/** One try, and its line in the log if it opens. */
function opened({ token, browser, code, session, referralId }: Tried): Promise<Opening> {
  return pool('auth').transaction(async (tx) => {
    const [row] = await tx.execute<{ opening: Opening }>(
      sql`select access.redeem_link(${token}, ${browser}, ${codeHash(token, code)}, ${hashOf(session)}) as opening`,
    )
    if (row?.opening !== 'OPEN') return row?.opening ?? 'UNKNOWN'
    await tx.execute(sql`select set_config('relais.session', ${session}, true)`)
    const subject = { type: 'referral', id: referralId }
    await append(tx, { action: 'link.open', subject, outcome: 'done' })
    return 'OPEN'
  })
}

/** Unread: its page, acknowledged by the one door like any other press. Else what was left unsent when the last session ran out. */
async function firstPage(request: Request, said: LinkSaid, session: string, tied: string): Promise<string> {
  const { referralId: id } = said
  const page = `/inbox/${id}`
  if (said.unread) {
    const cookie = `${linkSessionCookie()}=${session}; ${linkCookie()}=${tied}`
    const press = new Request(request.url, { method: 'POST', headers: { cookie, accept: 'text/html' } })
    const done = await attempted(acknowledgeReferral, {
      request: press,
      where: { id },
      body: { values: {}, json: false },
    })
    return done.headers.get('location') ?? page
  }
  const jar: Record<string, string> = { [linkSessionCookie()]: session, [linkCookie()]: tied }
  const door = { action: 'inbox.view', door: 'route', session: 'partner', roles: ['PARTNER_FP'] } as const
  const found = await admit<string>(
    (name) => jar[name],
    { ...door, byLink: true, repeatable: true },
    async ({ tx, actor }) => {
      const draft = await newestDraft(tx, actor.userId)
      return { answer: draft?.page && draft.notice === 'expired' ? withDraft(draft.page, draft.id) : page }
    },
  )
  return 'answer' in found ? found.answer : page
}
