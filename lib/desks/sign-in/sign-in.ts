import { cookies } from 'next/headers'
import { AuthError } from 'next-auth'
import { presented, sessionCookie } from '@/lib/platform/access/cookies'
import { TooBusy } from '@/lib/platform/access/passwords'
import { revokeToken } from '@/lib/platform/access/sessions'
import { cookieReader } from '@/lib/platform/gate/answers'
import type { Body } from '@/lib/platform/gate/body'
import { safePath } from '@/lib/platform/gate/open'
import { keepCarried } from './carried'
import { signInFlow } from './next-auth'
import { clearTries, takeTry } from './throttle'
import { foldEmail, kindOf } from './verify-credentials'

const one = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '')

/** Address and password → a new session, always with a new token. Wrong address and wrong password look the same. */
export async function signIn(request: Request, { values, json }: Body): Promise<Response> {
  const email = foldEmail(one(values.email))
  const next = safePath(values.next)
  const wait = await takeTry(email, request.headers.get('x-relais-client') ?? 'direct')
  if (wait > 0) return back(json, next, `wait=${wait}`, 429)
  const kind = await kindOf(email)
  try {
    await signInFlow(kind)('credentials', { email, password: one(values.password), redirect: false })
  } catch (error) {
    if (error instanceof AuthError)
      return error.cause?.err instanceof TooBusy
        ? back(json, next, 'busy=1', 503)
        : back(json, next, 'wrong=1', 401)
    throw error
  }
  await clearTries(email)
  const jar = await cookies()
  await endPresented(request)
  jar.delete({
    name: sessionCookie(kind === 'staff' ? 'partner' : 'staff'),
    path: '/',
    secure: true,
    httpOnly: true,
  })
  // next-auth leaves a cookie with the address it was called from; nobody reads it.
  jar.delete('authjs.callback-url')
  const session = presented((name) => jar.get(name)?.value)
  const kept = values.carried && session ? await keepCarried(session, one(values.carried)) : undefined
  return arrived(json, kept ?? next)
}

/** Whatever session this browser brought along ends: a new sign-in never leaves an old token alive behind it. */
async function endPresented(request: Request): Promise<void> {
  const read = cookieReader(request)
  for (const kind of ['staff', 'partner'] as const) {
    const token = read(sessionCookie(kind))
    if (token) await revokeToken(token)
  }
}

const arrived = (json: boolean, location: string): Response =>
  json ? Response.json({ ok: true, location }) : new Response(null, { status: 303, headers: { location } })

function back(json: boolean, next: string, why: string, status: number): Response {
  if (json) return Response.json({ error: { status, reason: why.split('=')[0] } }, { status })
  const query = next === '/' ? why : `${why}&next=${encodeURIComponent(next)}`
  return new Response(null, { status: 303, headers: { location: `/sign-in?${query}` } })
}
