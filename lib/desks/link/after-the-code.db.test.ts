import { randomUUID } from 'node:crypto'
import type { SQL } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { POST as accept } from '@/app/api/v1/inbox/[id]/accept/route'
import { POST as ask } from '@/app/api/v1/inbox/[id]/ask/route'
import { POST as decline } from '@/app/api/v1/inbox/[id]/decline/route'
import { POST as recall } from '@/app/api/v1/referrals/[id]/cancel/route'
import { POST as signOut } from '@/app/api/v1/session/end/route'
import { tokenOf } from '@/lib/casework/numbers/link-secrets'
import { ANSWERS } from '@/lib/casework/referrals/machine/partner-policy'
import { within } from '@/lib/casework/referrals/reach/within'
import type { Actor } from '@/lib/platform/access/actor'
import { presented } from '@/lib/platform/access/cookies'
import { asSession, enter } from '@/lib/platform/access/enter'
import { admit } from '@/lib/platform/gate/admit'
import { attempted } from '@/lib/platform/gate/command'
import { root } from '@/lib/testing/database'
import { everyVerb } from '@/lib/testing/every-verb'
import {
  all,
  Browser,
  opened,
  sent,
  stateOf,
  typed,
  withoutAccount,
} from '@/lib/testing/factories/link-browser'
import { draftIn, type Endpoint, post } from '@/lib/testing/requests'
import { digitsOf } from './digits'
import { readLink } from './read-link'

beforeAll(withoutAccount)

describe('the first wall', () => {
  test('every write but the answers of its one page is shut, and every answer of another referral', async () => {
    const { browser } = await opened()
    const other = await sent()
    const cookie = [...browser.jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const verbs = await everyVerb()
    // Staff's are shut by the kind of session before anything is looked at: one of them stands for all.
    const tried = verbs.filter(({ session, name }) => session === 'partner' || name === 'referral.make-link')
    for (const verb of tried) {
      const request = new Request('http://127.0.0.1:3000/api', {
        method: 'POST',
        headers: { cookie, accept: 'text/html' },
      })
      const answer = await attempted(verb, {
        request,
        where: { id: other },
        body: { values: {}, json: false },
      })
      expect(verb.byLink ? [303, 404] : [401, 403], verb.name).toContain(answer.status)
      expect(answer.headers.get('location') ?? '', verb.name).not.toContain('done=')
    }
    const open = verbs.filter(({ byLink }) => byLink)
    expect(open.map(({ name }) => name).sort()).toEqual(
      [...ANSWERS.map((answer) => `referral.${answer}`)].sort(),
    )
    expect(open.every(({ session }) => session === 'partner')).toBe(true)
    expect(await stateOf(other)).toBe('SENT')
  })

  test('a page that does not say that it opens to links is refused', async () => {
    const { browser } = await opened()
    const spec = { action: 'inbox.list', door: 'page', session: 'partner', roles: ['PARTNER_FP'] } as const
    const come = (more: { byLink?: true }) =>
      admit(browser.read, { ...spec, repeatable: true, ...more }, async () => ({ answer: 'in' }))
    expect(await come({})).toEqual({ refusal: { status: 403, reason: 'role' } })
    expect(await come({ byLink: true })).toEqual({ answer: 'in' })
  })

  test('alone, without the second, it finds the one referral', async () => {
    const { id, browser } = await opened()
    await sent()
    const session = presented(browser.read)
    const actor = await asSession('partner', async (tx) => {
      const entry = await enter(tx, session?.token ?? '', 'partner')
      return entry.state === 'live' ? entry.actor : undefined
    })
    if (!actor) throw new Error('nobody is in')
    expect(actor).toMatchObject({ link: id, partner: 'CSCOM_X' })
    const found = async (who: Actor) => {
      const { sql, params } = new PgDialect().sqlToQuery(within(who) as SQL)
      const where = sql.replace('access.base_offices()', 'id from access.offices')
      return root().unsafe(`select id from app.referrals where ${where}`, params as string[])
    }
    expect((await found(actor)).map((row) => row.id)).toEqual([id])
    expect((await found({ ...actor, link: null })).length).toBeGreaterThan(1)
  })
})

describe('how it ends', () => {
  test('accepted after the recall: nothing is done, what was written is given back, the page says why', async () => {
    const { id, token, browser } = await opened()
    await post(recall, { as: all.supervisor, params: { id }, values: { cancelReason: 'NEED_MET' } })
    const answer = await browser.post(accept, { expectedOn: '', note: 'Venez mardi' }, { id })
    expect(answer.status).toBe(401)
    const text = await answer.text()
    expect(text).toContain('Venez mardi')
    expect(text).toContain(`href="/r/${token}"`)
    expect(text).not.toContain('/sign-in')
    expect(await stateOf(id)).toBe('CANCELLED')
    expect(await readLink(token, browser.read)).toMatchObject({
      stands: 'OVER',
      endedAs: 'CANCELLED',
      dueAt: null,
    })
    expect(await readLink(token, () => undefined)).toBeUndefined()
  })

  test('its own no is said to whoever gave it', async () => {
    const { id, token, browser } = await opened()
    const answer = await browser.post(decline, { decline: 'NO_CAPACITY', why: '' }, { id })
    expect(answer.headers.get('location')).toBe(`/inbox/${id}?done=decline`)
    expect(await readLink(token, browser.read)).toMatchObject({ stands: 'OVER', endedAs: 'DECLINED' })
  })

  test('its own no pressed twice leads to what became of it; other words are given back', async () => {
    const { id, token, browser } = await opened()
    const values = { decline: 'NO_CAPACITY', why: 'Complet', _key: randomUUID() }
    await browser.post(decline, values, { id })
    const again = await browser.post(decline, values, { id })
    expect([again.status, again.headers.get('location')]).toEqual([303, `/r/${token}`])
    const other = await browser.post(decline, { ...values, why: 'Autre chose à dire' }, { id })
    expect(other.status).toBe(401)
    expect(await other.text()).toContain('Autre chose à dire')
    const stranger = new Browser()
    for (const [name, value] of browser.jar)
      stranger.jar.set(name, name.endsWith('-link') ? `${'A'.repeat(43)}.${token}` : value)
    expect((await stranger.post(decline, values, { id })).status, 'another browser').toBe(401)
  })

  test('a page left for a quarter of an hour keeps what was sent, behind another code', async () => {
    const { id, token, browser } = await opened()
    await root()`update access.sessions set last_seen_at = now() - interval '16 minutes'
      where link_id in (select id from access.links where referral_id = ${id})`
    const late = await browser.post(ask, { question: 'Depuis quand est-elle là ?' }, { id })
    expect(late.headers.get('location')).toBe(`/r/${token}`)
    expect(await readLink(token, browser.read)).toMatchObject({ stands: 'KNOWN' })
    const again = await typed(browser, id, token)
    expect(again.headers.get('location')).toMatch(new RegExp(`^/inbox/${id}/ask\\?draft=`))
    expect(draftIn(again)).toBeDefined()
  })

  test('closed on a shared telephone, it leads back to the link, which asks for another code', async () => {
    const { token, browser } = await opened()
    const answer = await browser.post(signOut as Endpoint, {})
    expect(answer.headers.get('location')).toBe(`/r/${token}`)
    expect(presented(browser.read)).toBeUndefined()
    expect(await readLink(token, browser.read)).toMatchObject({ stands: 'KNOWN' })
  })
})

test('a token is worked out from its link and cannot be guessed from another', () => {
  const one = '00000000-0000-4000-8000-000000000001'
  expect(tokenOf(one)).toMatch(/^[\w-]{43}$/)
  expect(tokenOf(one)).toBe(tokenOf(one.toUpperCase()))
  expect(tokenOf(one)).not.toBe(tokenOf('00000000-0000-4000-8000-000000000002'))
})

test.each([
  ['482 913', '482913'],
  ['48-29-13', '482913'],
  ['٤٨٢٩١٣', '482913'],
  ['48291', undefined],
  ['4829130', undefined],
])('%s is read as %s', (text, code) => expect(digitsOf(text)).toBe(code))
