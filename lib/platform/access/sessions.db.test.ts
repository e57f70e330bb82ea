import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { POST as signOut } from '@/app/api/v1/session/end/route'
import { POST as signIn } from '@/app/api/v1/session/route'
import { requests } from '@/lib/base/request/request-record'
import { typistOf } from '@/lib/platform/gate/typist'
import { as, insertPeople, type Person, sessionOf, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { post } from '@/lib/testing/requests'
import { sessionCookie } from './cookies'
import { hashPassword } from './passwords'
import { hashOf, revokeSessions } from './sessions'

type Cookie = { name: string; value: string; [option: string]: unknown }
const jar = vi.hoisted(() => new Map<string, Cookie>())
const verified = vi.hoisted(() => [] as string[])
const pauses = vi.hoisted(() => [] as number[])

vi.mock('next/headers', () => {
  const store = {
    get: (name: string) => jar.get(name),
    getAll: () => [...jar.values()],
    set: (name: string | Cookie, value: string, options: object) =>
      typeof name === 'string' ? jar.set(name, { name, value, ...options }) : jar.set(name.name, name),
    delete: (name: string | Cookie) => jar.delete(typeof name === 'string' ? name : name.name),
  }
  return { cookies: async () => store, headers: async () => new Headers({ host: '127.0.0.1:3000' }) }
})
vi.mock('@node-rs/argon2', async (real) => {
  const argon = await real<typeof import('@node-rs/argon2')>()
  const verify = (hash: string, password: string) => {
    verified.push(hash)
    return argon.verify(hash, password)
  }
  return { ...argon, verify }
})

vi.mock('./pause', () => ({
  pause: async (seconds: number) => {
    pauses.push(seconds)
  },
}))

const password = 'sorgho-rivière-1960'
let known: Person

beforeAll(async () => {
  const [person] = await insertPeople([
    { role: 'SOCIAL_WORKER', offices: ['MOP'], hash: await hashPassword(password) },
  ])
  if (person) known = person
})
beforeEach(async () => {
  jar.clear()
  verified.length = 0
  pauses.length = 0
  await root()`truncate access.sign_in_attempts`
})

const enter = (email: string, word: string, more: Record<string, string> = {}) =>
  post((request) => signIn(request), { values: { email, password: word, ...more } })
const token = () => jar.get(sessionCookie('staff'))?.value ?? ''

describe('signing in', () => {
  test('sets a cookie that only the server reads, only here, only over a safe way', async () => {
    const answer = await enter(known.email, password)
    expect(answer.status).toBe(303)
    expect(jar.get(sessionCookie('staff'))).toMatchObject({
      httpOnly: true,
      secure: true,
      sameSite: 'lax',
      path: '/',
    })
    expect(Buffer.from(token(), 'base64url').length).toBe(32)
    const actor = await as({ ...known, token: token() }, async (ctx) => ctx.actor)
    expect(actor.userId).toBe(known.id)
  })

  test('keeps a hash of the token and never the token', async () => {
    await enter(known.email, password)
    const rows = await root()`select row_to_json(s)::text as row from access.sessions s`
    for (const { row } of rows) expect(row).not.toContain(token())
  })

  test('gives a new token each time, also to somebody who brings one', async () => {
    jar.set(sessionCookie('staff'), { name: sessionCookie('staff'), value: 'chosen-by-an-attacker' })
    const seen = new Set(['chosen-by-an-attacker'])
    for (let turn = 0; turn < 5; turn += 1) {
      await enter(known.email, password)
      expect(seen.has(token())).toBe(false)
      seen.add(token())
    }
  })

  test('reads an address in any case and with spaces around it', async () => {
    expect((await enter(`  ${known.email.toUpperCase()} `, password)).headers.get('location')).toBe('/')
  })

  test('returns only to a page of ours', async () => {
    for (const [next, location] of [
      ['/alerts/new', '/alerts/new'],
      ['//evil.example', '/'],
      ['https://evil.example', '/'],
      ['/\\evil.example', '/'],
      ['/api/v1/session/end', '/'],
      ['javascript:alert(1)', '/'],
    ] as const)
      expect((await enter(known.email, password, { next })).headers.get('location')).toBe(location)
  })

  const carrying = (typist?: string) =>
    JSON.stringify({ form: 'alert.raise', page: '/alerts/new', values: { given: 'Hawa' }, typist })

  test('brings back what a signed-out page carried to whoever typed it', async () => {
    const answer = await enter(known.email, password, { carried: carrying(typistOf(known.id)) })
    expect(answer.headers.get('location')).toMatch(/^\/alerts\/new\?draft=[0-9a-f-]{36}$/)
  })

  test('gives nothing of it to whoever signs in next instead', async () => {
    const before = (await root()`select count(*)::int as n from app.drafts`)[0]?.n
    for (const typist of [typistOf(crypto.randomUUID()), '', undefined])
      expect(
        (await enter(known.email, password, { carried: carrying(typist) })).headers.get('location'),
      ).toBe('/')
    expect((await root()`select count(*)::int as n from app.drafts`)[0]?.n).toBe(before)
  })

  test('ends the session this browser brought along', async () => {
    const old = await sessionOf(known)
    const answer = await post(signIn, { as: old, values: { email: known.email, password } })
    expect(answer.status).toBe(303)
    const [row] =
      await root()`select revoked_at is not null as ended from access.sessions where token_hash = ${hashOf(old.token)}`
    expect(row?.ended).toBe(true)
  })

  test('cuts no password: one that only begins right is wrong', async () => {
    const long = 'k'.repeat(256)
    const [person] = await insertPeople([
      { role: 'LAWYER', offices: ['MOP'], hash: await hashPassword(long) },
    ])
    const email = person?.email ?? ''
    expect((await enter(email, `${long}x`)).headers.get('location')).toBe('/sign-in?wrong=1')
    expect((await enter(email, `${long}${'x'.repeat(5000)}`)).headers.get('location')).toBe(
      '/sign-in?wrong=1',
    )
    expect((await enter(email, long)).headers.get('location')).toBe('/')
  })

  test('is refused to a user who was deactivated, in the same words', async () => {
    const [left] = await insertPeople([
      { role: 'LAWYER', offices: ['MOP'], hash: await hashPassword(password) },
    ])
    await root()`update access.users set active = false where id = ${left?.id ?? ''}`
    const answer = await enter(left?.email ?? '', password)
    expect(answer.headers.get('location')).toBe('/sign-in?wrong=1')
  })
})

describe('an unknown address and a wrong password', () => {
  /** Everything that can be seen from outside or costs time, except time itself. */
  async function traces(email: string) {
    jar.clear()
    verified.length = 0
    const record = { reference: 'R-0000-00', lang: 'fr' as const, demo: false, statements: 0 }
    const answer = await requests.run(record, () => enter(email, 'faux'))
    const shown = {
      status: answer.status,
      headers: [...answer.headers],
      body: await answer.text(),
      cookies: jar.size,
    }
    const cost = verified.map((hash) => hash.split('$').slice(0, 4).join('$'))
    return { ...shown, statements: record.statements, cost }
  }

  test('get the same answer for the same work', async () => {
    const wrong = await traces(known.email)
    const unknown = await traces('nobody@example.org')
    expect(unknown).toEqual(wrong)
    expect(wrong.cost).toHaveLength(1)
    expect(wrong.statements).toBeGreaterThan(2)
    // The address as typed, so that the page that comes back still holds it; no session.
    expect(wrong.cookies).toBe(1)
    expect([...jar.keys()].filter((name) => name.endsWith('sid'))).toEqual([])
  })

  test('never let a known address in without its own password', async () => {
    expect((await enter(known.email, '')).headers.get('location')).toBe('/sign-in?missing=password')
    for (const word of [password.toUpperCase(), `${password} `, 'nobody signs in with this'])
      expect((await enter(known.email, word)).headers.get('location')).toBe('/sign-in?wrong=1')
    expect((await enter('nobody@example.org', 'nobody signs in with this')).headers.get('location')).toBe(
      '/sign-in?wrong=1',
    )
  })
})

describe('a session ends', () => {
  test('at once when its person signs out, on the server and not only in the browser', async () => {
    const one = await signedIn('LAWYER', 'MOP')
    const answer = await post((request) => signOut(request), { as: one })
    expect(answer.headers.get('clear-site-data')).toContain('cache')
    expect(answer.headers.getSetCookie().every((cookie) => cookie.includes('Max-Age=0'))).toBe(true)
    await expect(as(one, async () => 1)).rejects.toThrow('unknown')
  })

  test('at once on every device when all are revoked', async () => {
    const one = await signedIn('LAWYER', 'MOP')
    const other = await sessionOf(one)
    await revokeSessions(one.id)
    for (const device of [one, other]) await expect(as(device, async () => 1)).rejects.toThrow('unknown')
  })

  test('by itself 15 minutes after it was last used, and use keeps it alive', async () => {
    const one = await signedIn('LAWYER', 'MOP')
    await root()`update access.sessions set last_seen_at = now() - interval '14 minutes' where user_id = ${one.id}`
    await as(one, async () => 1)
    const [row] =
      await root()`select now() - last_seen_at < interval '5 seconds' as fresh from access.sessions where user_id = ${one.id}`
    expect(row?.fresh).toBe(true)
    await root()`update access.sessions set last_seen_at = now() - interval '15 minutes' where user_id = ${one.id}`
    await expect(as(one, async () => 1)).rejects.toThrow('expired')
  })

  test('12 hours after it began, whatever happened in between', async () => {
    const one = await signedIn('LAWYER', 'MOP')
    await root()`update access.sessions set expires_at = now() where user_id = ${one.id}`
    await expect(as(one, async () => 1)).rejects.toThrow('expired')
  })

  test('and cannot be brought back by asking', async () => {
    const one = await signedIn('LAWYER', 'MOP')
    await root()`update access.sessions set last_seen_at = now() - interval '1 hour' where user_id = ${one.id}`
    for (let turn = 0; turn < 3; turn += 1) await expect(as(one, async () => 1)).rejects.toThrow('expired')
  })
})

describe('the log of sessions', () => {
  test('says who began, staff and partners alike', async () => {
    for (const person of [await signedIn('LAWYER', 'MOP'), await signedIn('PARTNER_FP', 'UNICEF')]) {
      const [row] =
        await root()`select actor_id, object_id from audit.events where action = 'session.start' and object_id = ${person.id}`
      expect(row).toEqual({ actor_id: person.id, object_id: person.id })
    }
  })
})
