import type { SQL } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { POST as accept } from '@/app/api/v1/inbox/[id]/accept/route'
import { POST as ask } from '@/app/api/v1/inbox/[id]/ask/route'
import { POST as decline } from '@/app/api/v1/inbox/[id]/decline/route'
import { POST as askForCode } from '@/app/api/v1/links/code/route'
import { POST as openIt } from '@/app/api/v1/links/open/route'
import { POST as recall } from '@/app/api/v1/referrals/[id]/cancel/route'
import { POST as end } from '@/app/api/v1/referrals/[id]/end-link/route'
import { POST as make } from '@/app/api/v1/referrals/[id]/make-link/route'
import { POST as signOut } from '@/app/api/v1/session/end/route'
import { translator } from '@/lib/base/i18n/translate'
import { tokenOf } from '@/lib/casework/referrals/links/secrets'
import { ANSWERS } from '@/lib/casework/referrals/machine/partner-policy'
import { within } from '@/lib/casework/referrals/reach/within'
import { prepareLink } from '@/lib/desks/referral/prepare-link'
import type { Actor } from '@/lib/platform/access/actor'
import { presented, sessionCookie } from '@/lib/platform/access/cookies'
import { asSession, enter } from '@/lib/platform/access/enter'
import { admit } from '@/lib/platform/gate/admit'
import { attempted } from '@/lib/platform/gate/command'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { everyVerb } from '@/lib/testing/every-verb'
import { type Sides, sides } from '@/lib/testing/factories/sides'
import { TO_APPROVED, TO_SENT } from '@/lib/testing/factories/walk'
import { census, draftIn, type Endpoint, growth, post } from '@/lib/testing/requests'
import { digitsOf } from './digits'
import { readLink } from './read-link'

let all: Sides
beforeAll(async () => {
  all = await sides()
  await root()`insert into app.partners select (jsonb_populate_record(p, '{"code": "CSCOM_X", "phone": "+223 00 00 00 00"}')).*
    from app.partners p where code = 'UNICEF'`
})

const sent = (steps = TO_SENT) => all.referral(steps, { partner: 'CSCOM_X' })
const stateOf = async (id: string) =>
  (await root()`select state from app.referrals where id = ${id}`)[0]?.state

/** A browser: keeps cookies, sends them along. */
class Browser {
  readonly jar = new Map<string, string>()
  readonly read = (name: string) => this.jar.get(name)

  async post(endpoint: Endpoint, values: Record<string, string>, params: Record<string, string> = {}) {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await post(endpoint, { values, params, headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') this.jar.delete(name)
      else this.jar.set(name, value)
    }
    return answer
  }
}

const pageOf = (id: string, who: SignedIn = all.lead) =>
  as(who, (ctx) => prepareLink({ ...ctx, t: translator('fr') }, id))

async function linkOf(id: string) {
  const page = await pageOf(id)
  if (!('view' in page) || !page.view.link) throw new Error('no link')
  return page.view.link
}

/** A link made by the lead: the last part of the address as the page shows it. */
async function linked(id: string): Promise<string> {
  const answer = await post(make, { as: all.lead, params: { id } })
  expect(answer.headers.get('location')).toBe(`/referrals/${id}/link`)
  return (await linkOf(id)).address?.split('/r/')[1] ?? ''
}

/** Asked for in this browser, read out by the lead, typed. */
async function typed(browser: Browser, id: string, token: string) {
  expect((await browser.post(askForCode, { token })).headers.get('location')).toBe(`/r/${token}`)
  const { code = '' } = await linkOf(id)
  return browser.post(openIt, { token, code })
}

async function opened(steps = TO_SENT) {
  const id = await sent(steps)
  const token = await linked(id)
  const browser = new Browser()
  const answer = await typed(browser, id, token)
  return { id, token, browser, answer }
}

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
