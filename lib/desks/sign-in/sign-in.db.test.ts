import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { POST as signIn } from '@/app/api/v1/session/route'
import { deviceCookie } from '@/lib/platform/access/device'
import { hashPassword } from '@/lib/platform/access/passwords'
import { triedCookie, triedEmail } from '@/lib/platform/access/tried'
import { insertPeople, type Person } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { post } from '@/lib/testing/requests'
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

  test('the right one forgives the mistakes made here and leaves those of strangers counted', async () => {
    const stranger = { account: known.email, address: 'elsewhere', device: undefined }
    for (let turn = 0; turn < 6; turn += 1) await (await beginTry(stranger)).end('wrong')
    await wrong(4)
    await enter(known.email, password)
    const [row] = await root()`select count(*)::int as n from access.sign_in_attempts`
    expect(row?.n).toBe(6)
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
