import { randomBytes, randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { POST as accept } from '@/app/api/v1/inbox/[id]/accept/route'
import { POST as acknowledge } from '@/app/api/v1/inbox/[id]/acknowledge/route'
import { POST as decline } from '@/app/api/v1/inbox/[id]/decline/route'
import { POST as recall } from '@/app/api/v1/referrals/[id]/cancel/route'
import { hashOf } from '@/lib/platform/access/sessions'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw as connect, root } from '@/lib/testing/database'
import { type Sides, sides } from '@/lib/testing/factories/sides'
import { moved, TO_ACCEPTED, TO_APPROVED, TO_SENT } from '@/lib/testing/factories/walk'
import { post } from '@/lib/testing/requests'

let all: Sides
beforeAll(async () => {
  all = await sides()
})

const fresh = () => randomBytes(32).toString('base64url')
const RIGHT = hashOf('the right code')
const WRONG = hashOf('a wrong one')
const kept = new Map<string, ReturnType<typeof connect>>()
/** One pool for each login: twelve at once are twelve connections, fifty in a row are one. */
const raw = (login: 'web' | 'partner' | 'auth') => {
  const pool = kept.get(login) ?? connect(login, 12)
  kept.set(login, pool)
  return pool
}
const auth = () => raw('auth')
const said = async <T>(rows: PromiseLike<readonly { said?: T }[]>) => (await rows)[0]?.said

async function make(referral: string, token = fresh(), as: SignedIn = all.lead) {
  const id = await said<string | null>(
    presenting(
      raw('web'),
      as.token,
      (tx) => tx`select app.make_link(${referral}, ${randomUUID()}, ${hashOf(token)}) as said`,
    ),
  )
  return { id, token }
}
const ask = (token: string, browser: string) =>
  said<boolean>(
    auth()`select access.ask_link_code(${token}, ${browser}, ${randomBytes(32)}, ${RIGHT}) as said`,
  )
const redeem = (token: string, browser: string, hash: Buffer, session = fresh()) =>
  said<string>(auth()`select access.redeem_link(${token}, ${browser}, ${hash}, ${hashOf(session)}) as said`)
const rowOf = async (token: string) =>
  (await root()`select * from access.links where token_hash = ${hashOf(token)}`)[0]
const seen = (session: string, referral?: string) =>
  presenting(raw('partner'), session, async (tx) =>
    referral
      ? tx`select id from app.referrals where id = ${referral}`
      : tx`select id from app.referrals order by id`,
  )

/** A link to a referral, asked for and opened in one browser. */
async function opened(steps = TO_SENT) {
  const referral = await all.referral(steps)
  const { token, id } = await make(referral)
  const browser = fresh()
  const session = fresh()
  await ask(token, browser)
  expect(await redeem(token, browser, RIGHT, session)).toBe('OPEN')
  return { referral, token, link: String(id), browser, session }
}

const by = (session: string): SignedIn => ({ ...all.agency, token: session })

describe('who makes a link', () => {
  test('the team of the case, once a partner may read; one that lives for each referral', async () => {
    const referral = await all.referral(TO_SENT)
    const first = await make(referral)
    const second = await make(referral)
    expect(first.id).not.toBeNull()
    expect((await rowOf(first.token))?.ended_at).not.toBeNull()
    expect((await rowOf(second.token))?.ended_at).toBeNull()
  })

  test('nobody else, and nothing before it was sent', async () => {
    const sent = await all.referral(TO_SENT)
    const approved = await all.referral(TO_APPROVED)
    const elsewhere = await signedIn('SOCIAL_WORKER', 'MOP')
    expect((await make(sent, fresh(), elsewhere)).id).toBeNull()
    expect((await make(sent, fresh(), all.supervisor)).id).toBeNull()
    expect((await make(approved)).id).toBeNull()
  })

  test('it counts as no account: what is sent next is still told by telephone', async () => {
    const way = () => said<string>(root()`select app.receives('CSCOM_X', 'MOP') as said`)
    await root()`insert into app.partners select (jsonb_populate_record(p, '{"code": "CSCOM_X", "phone": "+223 00 00 00 00"}')).*
      from app.partners p where code = 'UNICEF'`
    expect(await way()).toBe('PHONE')
    const referral = await moved({ lead: all.lead.id, supervisor: all.supervisor.id }, TO_SENT, {
      partner: 'CSCOM_X',
    })
    expect((await make(referral)).id).not.toBeNull()
    expect(await way()).toBe('PHONE')
  })
})

describe('opening', () => {
  test('following the link changes nothing, fifty times over (mail scanners)', async () => {
    const referral = await all.referral(TO_SENT)
    const { token } = await make(referral)
    const before = await rowOf(token)
    for (let turn = 0; turn < 50; turn += 1) await auth()`select * from access.link_said(${token}, '')`
    expect(await rowOf(token)).toEqual(before)
    expect(await auth()`select * from access.link_said(${fresh()}, '')`).toEqual([])
  })

  test('a code is used once (replay)', async () => {
    const { token, browser } = await opened()
    expect(await redeem(token, browser, RIGHT)).toBe('NO_CODE')
  })

  test('another browser gets no code and opens nothing (forwarding)', async () => {
    const referral = await all.referral(TO_SENT)
    const { token } = await make(referral)
    const browser = fresh()
    expect(await ask(token, browser)).toBe(true)
    expect(await ask(token, fresh())).toBe(false)
    expect(await redeem(token, fresh(), RIGHT)).toBe('UNKNOWN')
    expect(await redeem(token, browser, RIGHT)).toBe('OPEN')
  })

  test('five wrong codes, and the right one opens nothing, nor does another code (brute force)', async () => {
    const referral = await all.referral(TO_SENT)
    const { token } = await make(referral)
    const browser = fresh()
    await ask(token, browser)
    for (let turn = 0; turn < 4; turn += 1) expect(await redeem(token, browser, WRONG)).toBe('WRONG')
    expect(await redeem(token, browser, WRONG)).toBe('NO_TRIES')
    expect(await redeem(token, browser, RIGHT)).toBe('NO_TRIES')
    expect(await ask(token, browser)).toBe(false)
  })

  test('another code gives no more tries', async () => {
    const { token } = await make(await all.referral(TO_SENT))
    const browser = fresh()
    for (let turn = 0; turn < 4; turn += 1) {
      await ask(token, browser)
      await redeem(token, browser, WRONG)
    }
    await ask(token, browser)
    expect(await redeem(token, browser, WRONG)).toBe('NO_TRIES')
  })

  test('twelve wrong at once are five tries', async () => {
    const { token } = await make(await all.referral(TO_SENT))
    const browser = fresh()
    await ask(token, browser)
    const answers = await Promise.all(Array.from({ length: 12 }, () => redeem(token, browser, WRONG)))
    expect(answers.filter((answer) => answer === 'WRONG')).toHaveLength(4)
    expect(answers.filter((answer) => answer === 'NO_TRIES')).toHaveLength(8)
    expect((await rowOf(token))?.tries).toBe(5)
  })

  test('twelve with the right code at once: one session', async () => {
    const { token, id } = await make(await all.referral(TO_SENT))
    const browser = fresh()
    await ask(token, browser)
    const answers = await Promise.all(Array.from({ length: 12 }, () => redeem(token, browser, RIGHT)))
    expect(answers.filter((answer) => answer === 'OPEN')).toHaveLength(1)
    expect(answers.filter((answer) => answer === 'NO_CODE')).toHaveLength(11)
    const [row] = await root()`select count(*)::int as n from access.sessions where link_id = ${String(id)}`
    expect(row?.n).toBe(1)
  })

  test('a code of eleven minutes ago is over, a link of 73 hours too, with whoever came by it', async () => {
    const { token, browser, session, referral } = await opened()
    await ask(token, browser)
    await root()`update access.links set code_until = now() - interval '1 minute' where token_hash = ${hashOf(token)}`
    expect(await redeem(token, browser, RIGHT)).toBe('NO_CODE')
    expect(await seen(session, referral)).toHaveLength(1)
    await root()`update access.links set made_at = now() - interval '73 hours', expires_at = now() - interval '1 hour'
      where token_hash = ${hashOf(token)}`
    expect(await ask(token, browser)).toBe(false)
    expect(await redeem(token, browser, RIGHT)).toBe('UNKNOWN')
    expect(await seen(session, referral)).toHaveLength(0)
    expect(await auth()`select * from access.link_said(${token}, '')`).toEqual([])
  })

  test('a second code in a second tab ends what the first had opened', async () => {
    const { token, browser, session, referral } = await opened()
    const second = fresh()
    await ask(token, browser)
    expect(await redeem(token, browser, RIGHT, second)).toBe('OPEN')
    expect(await seen(session, referral)).toHaveLength(0)
    expect(await seen(second, referral)).toHaveLength(1)
  })
})

describe('what it reaches', () => {
  test('that referral and nothing else, in raw SQL', async () => {
    const others = [await all.referral(TO_SENT), await all.referral(TO_ACCEPTED)]
    const { referral, session, link } = await opened(TO_ACCEPTED)
    expect((await seen(session)).map(({ id }) => id)).toEqual([referral])
    await presenting(raw('partner'), session, async (tx) => {
      for (const table of ['referral_events', 'shares', 'referral_messages'])
        for (const row of await tx.unsafe(`select referral_id from app.${table}`))
          expect(row.referral_id).toBe(referral)
      expect(await tx`select stage from app.shares order by 1`).toHaveLength(2)
      expect(await tx`select id from vault.keys`).toHaveLength(2)
      expect((await tx`select id from access.users`).map(({ id }) => id)).toEqual([link])
      for (const table of ['directory_entries', 'cercle_offices', 'partner_bases', 'partners'])
        expect(await tx.unsafe(`select 1 from app.${table}`)).toHaveLength(0)
      for (const other of others) {
        expect(await said(tx`select app.shared_on(${other}) as said`)).toBeNull()
        expect(await said(tx`select app.contact_ended(${other}) as said`)).toBe(false)
        const touched =
          await tx`update app.referrals set version = version + 1, last_verb = 'begin', state = 'IN_PROGRESS'
          where id = ${other} returning id`
        expect(touched).toHaveLength(0)
      }
      expect(await said(tx`select app.shared_on(${referral}) as said`)).not.toBeNull()
    })
  })

  test('it is no key to the login of staff, makes no link, and keeps nothing of another link', async () => {
    const { referral, session } = await opened()
    expect(await presenting(raw('web'), session, (tx) => tx`select id from app.referrals`)).toHaveLength(0)
    await expect(
      presenting(
        raw('partner'),
        session,
        (tx) => tx`select app.make_link(${referral}, ${randomUUID()}, ${hashOf(fresh())})`,
      ),
    ).rejects.toThrow(/permission denied/)
    await expect(presenting(raw('partner'), session, (tx) => tx`select * from access.links`)).rejects.toThrow(
      /permission denied/,
    )
  })

  test('the login that begins sessions begins none past the code, nor sets a password', async () => {
    const { link } = await opened()
    const begin = (id: string | null) =>
      auth()`insert into access.sessions (token_hash, user_id, kind, expires_at, link_id)
        values (${hashOf(fresh())}, ${link}, 'partner', now() + interval '1 hour', ${id})`
    await expect(begin(link)).rejects.toThrow(/row-level security/)
    await expect(begin(null)).rejects.toThrow(/row-level security/)
    await expect(
      root()`insert into access.credentials (user_id, password_hash) values (${link}, 'x')`,
    ).rejects.toThrow(/no password/)
  })

  test('an agency with accounts sees all of its own as before', async () => {
    const { referral } = await opened()
    const other = await all.referral(TO_SENT)
    const ids = (await seen(all.agency.token)).map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining([referral, other]))
  })

  test('it answers with the verbs of the inbox, this referral alone', async () => {
    const other = await all.referral(TO_SENT)
    const { referral, session } = await opened()
    const press = (id: string) => post(acknowledge, { as: by(session), params: { id }, values: {} })
    expect((await press(other)).status).toBe(404)
    expect((await press(referral)).status).toBe(303)
    const [row] = await root()`select state, last_actor_id from app.referrals where id = ${referral}`
    expect(row?.state).toBe('ACKNOWLEDGED')
  })
})

describe('how it ends', () => {
  const stateOf = async (id: string) =>
    (await root()`select state from app.referrals where id = ${id}`)[0]?.state

  test('with the recall: accepting after it changes nothing', async () => {
    const { referral, session, token } = await opened()
    await post(recall, { as: all.supervisor, params: { id: referral }, values: { cancelReason: 'NEED_MET' } })
    expect((await rowOf(token))?.ended_at).not.toBeNull()
    expect(await seen(session)).toHaveLength(0)
    await post(accept, { as: by(session), params: { id: referral }, values: { expectedOn: '' } })
    expect(await stateOf(referral)).toBe('CANCELLED')
  })

  test('with a no by the link itself, which is kept and logged as its own', async () => {
    const { referral, session, token, link } = await opened()
    const press = await post(decline, {
      as: by(session),
      params: { id: referral },
      values: { decline: 'NO_CAPACITY', why: '' },
    })
    expect(press.headers.get('location')).toBe(`/inbox/${referral}?done=decline`)
    expect(await stateOf(referral)).toBe('DECLINED')
    const [line] =
      await root()`select outcome from audit.events where actor_id = ${link} and action = 'referral.decline'`
    expect(line?.outcome).toBe('done')
    expect((await rowOf(token))?.ended_at).not.toBeNull()
    expect(await seen(session)).toHaveLength(0)
  })

  test('when staff end it, at once and for good', async () => {
    const { referral, session, token, browser } = await opened()
    const end = (as: SignedIn) =>
      said<boolean>(presenting(raw('web'), as.token, (tx) => tx`select app.end_link(${referral}) as said`))
    expect(await end(await signedIn('SOCIAL_WORKER', 'MOP'))).toBe(false)
    expect(await end(all.lead)).toBe(true)
    expect(await seen(session)).toHaveLength(0)
    expect(await ask(token, browser)).toBe(false)
    await expect(
      root()`update access.links set ended_at = null where token_hash = ${hashOf(token)}`,
    ).rejects.toThrow(/stays ended/)
  })

  test('when its slip is taken back', async () => {
    const { referral, session, token } = await opened()
    const triggers = (what: string) => root().unsafe(`alter table app.shares ${what}`)
    await triggers('disable trigger user, enable trigger links_end')
    await root()`update app.shares set ended_at = now() where referral_id = ${referral} and stage = 1`
    await triggers('enable trigger user')
    expect((await rowOf(token))?.ended_at).not.toBeNull()
    expect(await seen(session)).toHaveLength(0)
  })
})

test('what a token or a code is stands in no row', async () => {
  const { token, browser, session } = await opened()
  const tables =
    await root()`select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('access', 'audit', 'jobs', 'app') and c.relkind = 'r'`
  for (const { name } of tables)
    for (const secret of [token, browser, session])
      expect(
        await root().unsafe(`select 1 from ${name} t where t::text like '%${secret}%' limit 1`),
        String(name),
      ).toHaveLength(0)
})
