import { beforeAll, describe, expect, test } from 'vitest'
import { hashOf } from '@/lib/platform/access/sessions'
import { signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import {
  all,
  ask,
  auth,
  bothSides,
  fresh,
  make,
  opened,
  RIGHT,
  redeem,
  rowOf,
  said,
  seen,
  WRONG,
} from '@/lib/testing/factories/raw-links'
import { moved, TO_APPROVED, TO_SENT } from '@/lib/testing/factories/walk'

beforeAll(bothSides)

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

  test('the same press again finds the same session for a minute, and only that', async () => {
    const { token, browser, session } = await opened()
    expect(await redeem(token, browser, RIGHT, session)).toBe('OPEN')
    expect(await redeem(token, fresh(), RIGHT, session), 'another browser').toBe('UNKNOWN')
    const used = (ago: string) =>
      root()`update access.links set used_at = now() - ${ago}::interval where token_hash = ${hashOf(token)}`
    await used('61 seconds')
    expect(await redeem(token, browser, RIGHT, session)).toBe('NO_CODE')
    await used('0 seconds')
    for (let turn = 0; turn < 4; turn += 1) expect(await redeem(token, browser, WRONG, session)).toBe('WRONG')
    expect(await redeem(token, browser, WRONG, session), 'five tries stay five').toBe('NO_TRIES')
    expect(await redeem(token, browser, RIGHT, session)).toBe('NO_TRIES')
    const [row] =
      await root()`select count(*)::int as n from access.sessions where token_hash = ${hashOf(session)}`
    expect(row?.n).toBe(1)
  })

  test('closed, it is not opened again by the same press', async () => {
    const { token, browser, session } = await opened()
    await root()`update access.sessions set revoked_at = now() where token_hash = ${hashOf(session)}`
    expect(await redeem(token, browser, RIGHT, session)).toBe('NO_CODE')
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
