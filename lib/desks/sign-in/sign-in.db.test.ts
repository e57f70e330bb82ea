import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { POST as signIn } from '@/app/api/v1/session/route'
import { deviceCookie } from '@/lib/platform/access/device'
import { hashPassword } from '@/lib/platform/access/passwords'
import { triedCookie, triedEmail } from '@/lib/platform/access/tried'
import { insertPeople, type Person } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { post } from '@/lib/testing/requests'
import { fewTriesAtATime } from './in-line'
import { beginTry } from './throttle'

type Cookie = { name: string; value: string; [option: string]: unknown }
const jar = vi.hoisted(() => new Map<string, Cookie>())
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

vi.mock('@/lib/platform/access/pause', () => ({
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
  pauses.length = 0
  await root()`truncate access.sign_in_attempts`
})

const enter = (email: string, word: string, more: Record<string, string> = {}) =>
  post((request) => signIn(request), { values: { email, password: word, ...more } })

describe('after many wrong tries', () => {
  const known401 = (answer: Response) => answer.headers.get('location') === '/sign-in?wrong=1'
  const wrong = async (times: number) => {
    for (let turn = 0; turn < times; turn += 1) expect(known401(await enter(known.email, 'faux'))).toBe(true)
  }

  test('the right password waits and is let in, never refused', async () => {
    await wrong(12)
    pauses.length = 0
    expect((await enter(known.email, password)).headers.get('location')).toBe('/')
    expect(pauses).toEqual([5])
  })

  test('of others, a browser the account knows waits for nothing', async () => {
    await enter(known.email, password)
    const device = jar.get(deviceCookie())
    jar.clear()
    await wrong(30)
    if (device) jar.set(deviceCookie(), device)
    pauses.length = 0
    expect((await enter(known.email, password)).headers.get('location')).toBe('/')
    expect(pauses).toEqual([])
    expect(device).toMatchObject({ httpOnly: true, secure: true, sameSite: 'lax', path: '/' })
  })

  test('the browser of one account is a stranger to another, and a made-up mark to all', async () => {
    const [other] = await insertPeople([
      { role: 'LAWYER', offices: ['MOP'], hash: await hashPassword(password) },
    ])
    await enter(other?.email ?? '', password)
    await wrong(12)
    pauses.length = 0
    await enter(known.email, password)
    expect(pauses).toEqual([5])
    const forged = jar.get(deviceCookie())
    jar.set(deviceCookie(), { name: deviceCookie(), value: `${'A'.repeat(22)}.${'A'.repeat(43)}` })
    await wrong(12)
    pauses.length = 0
    await enter(known.email, password)
    expect(pauses).toEqual([5])
    expect(forged?.value.split('~')).toHaveLength(2)
  })

  test('a colleague behind the same address signs in after seconds, on any account', async () => {
    for (let turn = 0; turn < 61; turn += 1) await enter(`nobody${turn}@example.org`, 'faux')
    pauses.length = 0
    expect((await enter(known.email, password)).headers.get('location')).toBe('/')
    expect(pauses).toEqual([2])
  })

  test('the right one forgives a known browser its own mistakes, and nobody else’s', async () => {
    const stranger = { account: known.email, address: 'elsewhere', device: undefined }
    for (let turn = 0; turn < 6; turn += 1) await (await beginTry(stranger)).end('wrong')
    await wrong(4)
    const counted = async () => (await root()`select count(*)::int as n from access.sign_in_attempts`)[0]?.n
    await enter(known.email, password)
    expect(await counted()).toBe(10)
    await wrong(3)
    expect(await counted()).toBe(13)
    await enter(known.email, password)
    expect(await counted()).toBe(10)
  })
})

describe('many guesses at once', () => {
  const guess = () => enter(known.email, 'faux').then(({ status }) => status)

  test('at one account are each looked at and counted; nobody is told to come back', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, guess))
    expect(answers).toEqual(Array(30).fill(303))
    const [row] = await root()`select count(*)::int as n from access.sign_in_attempts`
    expect(row?.n).toBe(30)
  })

  test('keep no browser that the account knows waiting', async () => {
    await enter(known.email, password)
    const device = jar.get(deviceCookie())
    jar.clear()
    let release = () => {}
    const held = new Promise<void>((go) => {
      release = go
    })
    const stranger = { account: known.email, address: 'elsewhere', device: undefined }
    const flood = Array.from({ length: 9 }, () => fewTriesAtATime(stranger, () => held))
    if (device) jar.set(deviceCookie(), device)
    expect((await enter(known.email, password)).headers.get('location')).toBe('/')
    release()
    await Promise.all(flood)
  })

  test('leave a line each in the log: the account, and nothing that was typed', async () => {
    const before = async () => (await root()`select coalesce(max(id), 0)::int as id from audit.events`)[0]?.id
    const since = await before()
    await enter(known.email, 'mot de Fanta')
    await enter('fanta.k@example.org', 'faux')
    const rows = await root()`select object_id, actor_id, row_to_json(e)::text as line from audit.events e
      where action = 'session.start' and outcome = 'refused' and id > ${since} order by id`
    expect(rows.map(({ object_id, actor_id }) => [object_id, actor_id])).toEqual([
      [known.id, null],
      ['', null],
    ])
    for (const { line } of rows) expect(line).not.toMatch(/fanta|example\.org/i)
  })
})

describe('a refused sign-in', () => {
  test('keeps the address as typed, signed and out of the address bar', async () => {
    const answer = await enter(known.email, 'faux')
    expect(answer.headers.get('location')).toBe('/sign-in?wrong=1')
    const value = jar.get(triedCookie())?.value ?? ''
    expect(triedEmail(value)).toBe(known.email)
    expect(
      triedEmail(`${Buffer.from('other@example.org').toString('base64url')}.${value.split('.')[1]}`),
    ).toBeUndefined()
  })

  test('asks for what is missing instead of calling it wrong, and counts no try', async () => {
    expect((await enter('', '')).headers.get('location')).toBe('/sign-in?missing=both')
    expect((await enter(known.email, '')).headers.get('location')).toBe('/sign-in?missing=password')
    expect((await enter('', 'mot')).headers.get('location')).toBe('/sign-in?missing=email')
    expect(await root()`select 1 from access.sign_in_attempts`).toEqual([])
  })

  test('still carries what a signed-out page held', async () => {
    const carried = JSON.stringify({
      form: 'alert.raise',
      page: '/alerts/new',
      values: { given: 'Fanta "K"' },
    })
    const page = await (await enter(known.email, 'faux', { carried })).text()
    expect(page).toContain('name="carried"')
    expect(page).toContain('Fanta')
    expect(page).toContain(`value="${known.email}"`)
  })
})
