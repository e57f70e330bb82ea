import { sql } from 'drizzle-orm'
import { goneCookie, linkSessionCookie, presented, sessionCookie } from '@/lib/platform/access/cookies'
import { asSession, enter } from '@/lib/platform/access/enter'
import { append } from '@/lib/platform/audit/append'
import { cookieReader } from '@/lib/platform/gate/answers'

/** Ends the session in the database first, then on the device; back to an open page that keeps nothing. */
export async function signOut(request: Request): Promise<Response> {
  const session = presented(cookieReader(request))
  if (session)
    await asSession(session.kind, async (tx) => {
      const entry = await enter(tx, session.token)
      if (entry.state === 'live')
        await append(tx, {
          action: 'session.end',
          subject: { type: 'user', id: entry.actor.userId },
          outcome: 'done',
        })
      await tx.execute(sql`select access.sign_out()`)
    })
  const location = session?.link ?? '/sign-in?left=1'
  const headers = new Headers({ location, 'clear-site-data': '"cache", "storage"' })
  for (const name of [sessionCookie('staff'), sessionCookie('partner'), linkSessionCookie()])
    headers.append('set-cookie', goneCookie(name))
  return new Response(null, { status: 303, headers })
}
