import { cookies } from 'next/headers'
import { cookieOptions, linkSessionCookie, presented, sessionCookie } from '@/lib/platform/access/cookies'
import { deviceCookie, knownAs, rememberedAs } from '@/lib/platform/access/device'
import { pause } from '@/lib/platform/access/pause'
import { endPresented } from '@/lib/platform/access/sessions'
import { triedCookie, triedOptions, triedValue } from '@/lib/platform/access/tried'
import { answerSignInAgain, cookieReader } from '@/lib/platform/gate/answers'
import type { Body } from '@/lib/platform/gate/body'
import { safePath } from '@/lib/platform/gate/open'
import { keepCarried } from './carried'
import { fewTriesAtATime, oneLookAtATime } from './in-line'
import { callbackCookie, startFlow } from './next-auth'
import { askerOf, beginTry } from './throttle'
import { foldEmail, type Verified, verifyCredentials } from './verify-credentials'

const text = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '')

/** Seconds: four months, so that a browser is still known after leave. */
const REMEMBERED = 120 * 24 * 60 * 60

/** Address and password → a new session, always with a new token. Wrong address and wrong password look the same. */
export async function signIn(request: Request, { values, json }: Body): Promise<Response> {
  const typed = text(values.email).trim()
  const email = foldEmail(typed)
  const next = safePath(values.next)
  const missing = missingOf(email, text(values.password))
  if (missing) return again(request, { values, json, next, typed, why: `missing=${missing}` })
  const address = request.headers.get('x-relais-client') ?? 'direct'
  const jar = await cookies()
  const device = knownAs(email, jar.get(deviceCookie())?.value)
  const found = await verifiedInTime({ email, password: text(values.password), address, device })
  if (!found) return again(request, { values, json, next, typed, why: 'wrong=1' })
  await startFlow(found)
  await endPresented(cookieReader(request))
  jar.set(deviceCookie(), rememberedAs(email, jar.get(deviceCookie())?.value), {
    ...cookieOptions,
    maxAge: REMEMBERED,
  })
  jar.delete({ name: triedCookie(), ...cookieOptions })
  jar.delete({ name: sessionCookie(found.kind === 'staff' ? 'partner' : 'staff'), ...cookieOptions })
  jar.delete({ name: linkSessionCookie(), ...cookieOptions })
  // next-auth leaves a cookie with the address it was called from; nobody reads it.
  jar.delete({ name: callbackCookie(), ...cookieOptions })
  const session = presented((name) => jar.get(name)?.value)
  const kept = values.carried && session ? await keepCarried(session, text(values.carried)) : undefined
  return arrived(json, kept ?? next)
}

type Asked = { email: string; password: string; address: string; device: string | undefined }

/** One try at a time: many at once wait for each other, so that what earlier mistakes cost is paid by every guess. */
const verifiedInTime = (asked: Asked): Promise<Verified | undefined> => {
  const { email, address, device } = asked
  return fewTriesAtATime({ account: email, address, device }, () => verified(asked))
}

/** The password is looked at after the delay that earlier mistakes cost; being too busy to look is no mistake. */
async function verified({ email, password, address, device }: Asked): Promise<Verified | undefined> {
  const one = { account: email, address, device }
  const { delay, end } = await beginTry(one)
  let outcome: 'right' | 'wrong' | 'unseen' = 'unseen'
  try {
    if (delay > 0) await pause(delay)
    const found = await oneLookAtATime(one, () => verifyCredentials(email, password, askerOf(one)))
    outcome = found ? 'right' : 'wrong'
    return found
  } finally {
    await end(outcome)
  }
}

const arrived = (json: boolean, location: string): Response =>
  json ? Response.json({ ok: true, location }) : new Response(null, { status: 303, headers: { location } })

const missingOf = (email: string, password: string): 'email' | 'password' | 'both' | undefined => {
  if (email === '') return password === '' ? 'both' : 'email'
  return password === '' ? 'password' : undefined
}

type Refused = Body & { next: string; typed: string; why: string }

/**
 * Asks again, with the address as it was typed. What a signed-out page carried comes along on a page of its own, as
 * before; else the address waits in a cookie.
 */
async function again(request: Request, { values, json, next, typed, why }: Refused): Promise<Response> {
  const reason = why.split('=')[0] ?? 'wrong'
  if (json) return Response.json({ error: { status: 401, reason } }, { status: 401 })
  if (values.carried)
    return answerSignInAgain(request, { carried: text(values.carried), email: typed, reason })
  const jar = await cookies()
  jar.set(triedCookie(), triedValue(typed), triedOptions)
  const query = next === '/' ? why : `${why}&next=${encodeURIComponent(next)}`
  return new Response(null, { status: 303, headers: { location: `/sign-in?${query}` } })
}
