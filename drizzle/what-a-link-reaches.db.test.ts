import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { POST as accept } from '@/app/api/v1/inbox/[id]/accept/route'
import { POST as acknowledge } from '@/app/api/v1/inbox/[id]/acknowledge/route'
import { POST as decline } from '@/app/api/v1/inbox/[id]/decline/route'
import { POST as recall } from '@/app/api/v1/referrals/[id]/cancel/route'
import { hashOf } from '@/lib/platform/access/sessions'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import {
  all,
  ask,
  auth,
  bothSides,
  by,
  fresh,
  opened,
  raw,
  rowOf,
  said,
  seen,
} from '@/lib/testing/factories/raw-links'
import { TO_ACCEPTED, TO_SENT } from '@/lib/testing/factories/walk'
import { post } from '@/lib/testing/requests'

beforeAll(bothSides)

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
      expect(await tx`select * from app.received_between('2010-01-01', '2030-01-01')`).toHaveLength(0)
      expect(await said(tx`select app.people_said('UNICEF') as said`)).toBeNull()
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
