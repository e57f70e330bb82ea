import { beforeAll, describe, expect, test } from 'vitest'
import { POST as askForCode } from '@/app/api/v1/links/code/route'
import { POST as openIt } from '@/app/api/v1/links/open/route'
import { POST as end } from '@/app/api/v1/referrals/[id]/end-link/route'
import { POST as make } from '@/app/api/v1/referrals/[id]/make-link/route'
import { presented, sessionCookie } from '@/lib/platform/access/cookies'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import {
  all,
  Browser,
  linked,
  linkOf,
  opened,
  pageOf,
  sent,
  stateOf,
  typed,
  withoutAccount,
} from '@/lib/testing/factories/link-browser'
import { TO_APPROVED, TO_SENT } from '@/lib/testing/factories/walk'
import { census, growth, post } from '@/lib/testing/requests'
import { readLink } from './read-link'

beforeAll(withoutAccount)

describe('who makes a link', () => {
  test('the team, for an agency without an account, of what was sent; nobody else', async () => {
    const id = await sent()
    const trying = async (who: SignedIn, referral: string) =>
      (await post(make, { as: who, params: { id: referral } })).status
    expect(await trying(all.supervisor, id)).toBe(403)
    expect(await trying(await signedIn('SOCIAL_WORKER', 'MOP'), id)).toBe(404)
    expect(await trying(all.lead, await sent(TO_APPROVED))).toBe(403)
    expect(await trying(all.lead, await all.referral(TO_SENT)), 'it has an account').toBe(403)
    expect(await root()`select 1 from access.links where referral_id = ${id}`).toHaveLength(0)
    expect(await trying(all.lead, id)).toBe(303)
    const lines = await root()`select action, outcome from audit.events
      where object_id = ${id} and action = 'referral.make-link' order by id`
    expect(lines.map(({ outcome }) => outcome)).toEqual(['refused', 'missing', 'done'])
  })

  test('its address is shown until somebody has it open, the code once one is asked for, to the team alone', async () => {
    const id = await sent()
    const token = await linked(id)
    expect((await linkOf(id)).code).toBeUndefined()
    const browser = new Browser()
    await browser.post(askForCode, { token })
    const asked = await linkOf(id)
    expect(asked.code).toMatch(/^\d{6}$/)
    expect(asked.address).toBeUndefined()
    for (const who of [all.supervisor, await signedIn('SOCIAL_WORKER', 'MOP')])
      expect(await pageOf(id, who)).not.toHaveProperty('view')
  })

  test('another link closes the first, and closing it leaves none', async () => {
    const { id, token, browser } = await opened()
    const second = await linked(id)
    expect(second).not.toBe(token)
    expect(await readLink(token, browser.read)).toMatchObject({ stands: 'OVER' })
    expect(await readLink(token, () => undefined)).toBeUndefined()
    await post(end, { as: all.lead, params: { id } })
    expect(await readLink(second, () => undefined)).toBeUndefined()
    expect((await post(end, { as: all.lead, params: { id } })).status).toBe(303)
  })
})

describe('opening', () => {
  test('reading the code out opens the request and acknowledges it, in one press', async () => {
    const { id, answer } = await opened()
    expect(answer.headers.get('location')).toBe(`/inbox/${id}?done=acknowledge`)
    expect(await stateOf(id)).toBe('ACKNOWLEDGED')
    const lines = await root()`select action from audit.events where object_id = ${id}
      and actor_id in (select id from access.links where referral_id = ${id}) order by id`
    expect(lines.map(({ action }) => action)).toEqual(['link.open', 'referral.acknowledge'])
  })

  test('pressed twice because the first answer was lost: the same session, nothing more acknowledged', async () => {
    const id = await sent()
    const token = await linked(id)
    const browser = new Browser()
    await browser.post(askForCode, { token })
    const { code = '' } = await linkOf(id)
    const before = new Map(browser.jar)
    await browser.post(openIt, { token, code })
    const first = presented(browser.read)?.token
    browser.jar.clear()
    for (const [name, value] of before) browser.jar.set(name, value)
    const again = await browser.post(openIt, { token, code })
    expect(again.headers.get('location')).toBe(`/inbox/${id}`)
    expect(presented(browser.read)?.token).toBe(first)
    // And once more with the session in hand, which the press must not end.
    await browser.post(openIt, { token, code })
    expect(presented(browser.read)?.token).toBe(first)
    const [row] = await root()`select count(*)::int as n from access.sessions
      where link_id in (select id from access.links where referral_id = ${id}) and revoked_at is null`
    expect(row?.n).toBe(1)
  })

  test('the session cookie is ours alone, and ends with the browser', async () => {
    const { answer } = await opened()
    const own = answer.headers.getSetCookie().find((line) => /-lsid=/.test(line))
    expect(own).toMatch(/^__Host-relais-[0-9a-f]{8}-lsid=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax$/)
  })

  test('whatever session the browser had is over', async () => {
    const id = await sent()
    const token = await linked(id)
    const browser = new Browser()
    const other = await signedIn('LAWYER', 'MOP')
    browser.jar.set(sessionCookie('staff'), other.token)
    await typed(browser, id, token)
    expect(presented(browser.read)).toMatchObject({ kind: 'partner', link: `/r/${token}` })
    await expect(as(other, async () => 1)).rejects.toThrow('unknown')
  })

  test('what is no code costs no try; a wrong one says so', async () => {
    const id = await sent()
    const token = await linked(id)
    const browser = new Browser()
    await browser.post(askForCode, { token })
    for (const code of ['', '12345', '1234567', 'abcdef', '12 34', '\u{1d7ce}12345', '1'.repeat(9000)])
      expect((await browser.post(openIt, { token, code })).headers.get('location')).toBe(
        `/r/${token}?code=missing`,
      )
    expect((await linkOf(id)).triesLeft).toBe(5)
    const { code = '' } = await linkOf(id)
    const wrong = code === '000000' ? '000001' : '000000'
    expect((await browser.post(openIt, { token, code: wrong })).headers.get('location')).toBe(
      `/r/${token}?code=wrong`,
    )
    expect(await readLink(token, browser.read)).toMatchObject({ stands: 'ASKED', triesLeft: 4 })
  })

  test('five wrong codes: the page says that it opens no more, to the team as well', async () => {
    const id = await sent()
    const token = await linked(id)
    const browser = new Browser()
    await browser.post(askForCode, { token })
    const { code = '' } = await linkOf(id)
    const wrong = code === '000000' ? '000001' : '000000'
    for (let turn = 0; turn < 5; turn += 1) await browser.post(openIt, { token, code: wrong })
    expect(await readLink(token, browser.read)).toMatchObject({ stands: 'NO_TRIES' })
    expect((await browser.post(openIt, { token, code })).headers.get('location')).toBe(`/r/${token}`)
    expect(presented(browser.read)).toBeUndefined()
    expect(await linkOf(id)).toMatchObject({ triesLeft: 0, code: undefined })
  })

  test('forwarded: another browser is told so and gets nothing, not even with the code', async () => {
    const id = await sent()
    const token = await linked(id)
    const first = new Browser()
    await first.post(askForCode, { token })
    const { code = '' } = await linkOf(id)
    const second = new Browser()
    expect(await readLink(token, second.read)).toMatchObject({ stands: 'ELSEWHERE' })
    await second.post(askForCode, { token })
    await second.post(openIt, { token, code })
    expect(second.jar.size).toBe(0)
    expect((await first.post(openIt, { token, code })).headers.get('location')).toContain(`/inbox/${id}`)
  })

  test('a token in another case, cut, lengthened or of odd bytes is unknown', async () => {
    const id = await sent()
    const token = await linked(id)
    const browser = new Browser()
    const swapped = [...token]
      .map((c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase()))
      .join('')
    for (const odd of [
      swapped,
      token.slice(1),
      `${token}A`,
      '',
      `${token.slice(0, 42)}%`,
      '../inbox',
      `${token}\n`,
    ]) {
      expect(await readLink(odd, browser.read)).toBeUndefined()
      const answer = await browser.post(askForCode, { token: odd })
      expect(answer.status).toBe(303)
      expect(browser.jar.size).toBe(0)
      expect((await browser.post(openIt, { token: odd, code: '123456' })).status).toBe(303)
    }
    expect((await linkOf(id)).asked).toBe(false)
  })

  test('following it writes nothing at all', async () => {
    const token = await linked(await sent())
    const before = await census()
    for (let turn = 0; turn < 5; turn += 1) await readLink(token, () => undefined)
    expect(growth(before, await census())).toEqual({})
  })
})
