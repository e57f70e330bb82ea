import { sql } from 'drizzle-orm'
import { goneCookie, presented, sessionCookie } from '@/lib/platform/access/cookies'
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
  const headers = new Headers({ location: '/sign-in?left=1', 'clear-site-data': '"cache", "storage"' })
  for (const kind of ['staff', 'partner'] as const)
    headers.append('set-cookie', goneCookie(sessionCookie(kind)))
  return new Response(null, { status: 303, headers })
}
