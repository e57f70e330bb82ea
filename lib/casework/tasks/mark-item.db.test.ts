import { beforeAll, describe, expect, test } from 'vitest'
import { POST as approve } from '@/app/api/v1/referrals/[id]/approve/route'
import { POST as giveBack } from '@/app/api/v1/referrals/[id]/return/route'
import { command } from '@/lib/platform/gate/command'
import { as, presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { insertTask } from '@/lib/testing/factories/tasks'
import { moved, ordinaryCase, TO_WAITING } from '@/lib/testing/factories/walk'
import { RACES } from '@/lib/testing/races'
import { post } from '@/lib/testing/requests'
import { claimItem, letGo, setAside } from './mark-item'
import { waitingPage } from './waiting'

let lead: SignedIn
let one: SignedIn
let other: SignedIn
let elsewhere: SignedIn

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  one = await signedIn('SUPERVISOR', 'MOP')
  other = await signedIn('SUPERVISOR', 'MOP')
  elsewhere = await signedIn('SUPERVISOR', 'GAO')
})

const waiting = () => moved({ lead: lead.id, supervisor: one.id }, TO_WAITING)
const values = { of: 'approve', kind: 'approve' }
const claim = async (who: SignedIn, id: string, of = 'approve') =>
  (await post(command(claimItem), { as: who, params: { id }, values: { of }, json: true })).status
const free = async (who: SignedIn, id: string, of = 'approve') =>
  (await post(command(letGo), { as: who, params: { id }, values: { of }, json: true })).status
const aside = (who: SignedIn, id: string, more: Record<string, string> = {}) =>
  post(command(setAside), {
    as: who,
    params: { id },
    values: { ...values, asideReason: 'AWAITS_PERSON', asideFor: 'H4', ...more },
  })
const rowOf = async (who: SignedIn, id: string, kind?: 'later') =>
  (await as(who, (ctx) => waitingPage(ctx, { size: 500, kind }))).rows.find((row) => row.id === id)
const mark = async (id: string) =>
  (await root()`select * from app.queue_marks where item_id = ${id} order by at desc, what limit 1`)[0]
const decide = async (who: SignedIn, id: string) => {
  const [row] =
    await root()`select version, encode(payload_hash, 'hex') as hash from app.referrals where id = ${id}`
  const sent = { hash: String(row?.hash ?? 'a'.repeat(64)), _version: String(row?.version) }
  return (await post(approve, { as: who, params: { id }, values: sent, json: true })).status
}

describe('a row that somebody is at', () => {
  test('says who to the others, and is decided by nobody else until it is let go', async () => {
    const id = await waiting()
    expect(await claim(one, id)).toBe(200)
    expect((await rowOf(one, id))?.claim).toMatchObject({ mine: true })
    expect((await rowOf(other, id))?.claim).toMatchObject({ mine: false, by: expect.any(String) })
    expect([await claim(other, id), await decide(other, id)]).toEqual([403, 403])
    expect((await aside(other, id)).status).toBe(403)
    // Not theirs to let go: nothing changes.
    await free(other, id)
    expect((await mark(id))?.ended_at).toBeNull()
    expect(await free(one, id)).toBe(200)
    expect((await rowOf(other, id))?.claim).toBeNull()
    expect(await claim(other, id)).toBe(200)
  })

  test('is free again once its hour is over', async () => {
    const id = await waiting()
    await claim(one, id)
    await root()`update app.queue_marks set at = at - interval '2 hours', until = until - interval '2 hours' where item_id = ${id}`
    expect((await rowOf(other, id))?.claim).toBeNull()
    expect(await claim(other, id)).toBe(200)
    expect(
      (
        await root()`select count(*)::int as n from app.queue_marks where item_id = ${id} and ended_at is null`
      )[0]?.n,
    ).toBe(1)
  })

  test('is free at once where whoever is at it no longer works or no longer reaches it', async () => {
    const leaver = await signedIn('SUPERVISOR', 'MOP')
    const [gone, moved] = [await waiting(), await waiting()]
    await claim(leaver, gone)
    await claim(leaver, moved)
    expect(await decide(other, gone)).toBe(403)
    await root()`update access.user_offices set office_id = 'GAO' where user_id = ${leaver.id}`
    expect(await decide(other, moved)).toBe(200)
    await root()`update access.users set active = false where id = ${leaver.id}`
    expect((await rowOf(other, gone))?.claim).toBeNull()
    expect(await claim(other, gone)).toBe(200)
  })

  test('asked for twice is one claim, and it ends with the limit of the row', async () => {
    const id = await waiting()
    await root()`update app.referrals set due_at = clock.casework_now() + interval '20 minutes' where id = ${id}`
    expect([await claim(one, id), await claim(one, id)]).toEqual([200, 200])
    const [row] =
      await root()`select m.until = r.due_at as with_limit from app.queue_marks m join app.referrals r on r.id = m.item_id
      where r.id = ${id} and m.ended_at is null`
    expect(row?.with_limit).toBe(true)
    expect((await aside(one, id)).status).toBe(303)
    expect((await mark(id))?.until.getTime()).toBe((await mark(id))?.due_at.getTime())
  })

  test('is never set aside when it is an emergency, in SQL neither', async () => {
    const id = await waiting()
    await root().begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`update app.referrals set priority = 'EMERGENCY' where id = ${id}`
    })
    expect((await aside(one, id)).status).toBe(403)
    const said = await presenting(
      raw('web'),
      one.token,
      (tx) => tx`select app.mark_item('LATER', 'approve', ${id}, 4, 'BUSY') as came`,
    )
    expect(said[0]?.came).toBe('never')
  })

  test('is nobody’s any more once the row moved', async () => {
    const id = await waiting()
    await claim(one, id)
    const [row] = await root()`select version from app.referrals where id = ${id}`
    const sent = { reason: 'DUPLICATE', _version: String(row?.version) }
    expect((await post(giveBack, { as: one, params: { id }, values: sent, json: true })).status).toBe(200)
    expect((await mark(id))?.ended_at).not.toBeNull()
  })

  test('exists for those alone whose queue it stands in', async () => {
    const id = await waiting()
    expect([await claim(lead, id), await claim(elsewhere, id)]).toEqual([403, 404])
    await claim(one, id)
    for (const who of [lead, elsewhere])
      expect(
        await presenting(
          raw('web'),
          who.token,
          (tx) => tx`select from app.queue_marks where item_id = ${id}`,
        ),
      ).toHaveLength(0)
    expect(
      await presenting(
        raw('web'),
        other.token,
        (tx) => tx`select from app.queue_marks where item_id = ${id}`,
      ),
    ).toHaveLength(1)
    expect(
      (
        await presenting(
          raw('web'),
          elsewhere.token,
          (tx) => tx`select app.mark_item('CLAIM', 'approve', ${id}::uuid, null, null) as came`,
        )
      )[0]?.came,
    ).toBe('gone')
    for (const write of ['delete from app.queue_marks', 'update app.queue_marks set ended_at = now()'])
      await expect(presenting(raw('web'), one.token, (tx) => tx.unsafe(write))).rejects.toThrow(
        /permission denied/,
      )
  })
})

describe('a row that is set aside', () => {
  test('is counted apart with its reason, stays with the colleagues, and is taken up again', async () => {
    const id = await waiting()
    const before = (await as(one, (ctx) => waitingPage(ctx, { size: 5 }))).counts
    const answer = await aside(one, id, { asideFor: 'H1' })
    expect(answer.headers.get('location')).toBe(`/queue?kind=approve&aside=${id}`)
    expect(await rowOf(one, id)).toBeUndefined()
    expect(await rowOf(one, id, 'later')).toMatchObject({
      kind: 'approve',
      aside: { reason: 'AWAITS_PERSON' },
    })
    expect(await rowOf(other, id)).toBeDefined()
    const after = (await as(one, (ctx) => waitingPage(ctx, { size: 5 }))).counts
    expect([after.later, after.approve, after.total]).toEqual([
      before.later + 1,
      before.approve - 1,
      before.total - 1,
    ])
    expect(await free(one, id, 'later')).toBe(200)
    expect(await rowOf(one, id)).toBeDefined()
  })

  test('asks for a reason', async () => {
    const id = await waiting()
    expect((await aside(one, id, { asideReason: '' })).headers.get('location')).toContain('draft=')
    expect(await mark(id)).toBeUndefined()
  })

  test('comes back two hours before its limit, a late one within the hour, and its clock runs on', async () => {
    const [soon, late] = [await waiting(), await waiting()]
    const due = (id: string, hours: number) =>
      root().begin(async (tx) => {
        await tx`set local session_replication_role = replica`
        await tx`update app.referrals set due_at = clock.casework_now() + ${hours}::int * interval '1 hour' where id = ${id}`
      })
    await due(soon, 5)
    await due(late, -3)
    await aside(one, soon, { asideFor: 'D3' })
    await aside(one, late, { asideFor: 'D3' })
    const hours = async (id: string) => {
      const [row] =
        await root()`select extract(epoch from m.until - m.at)::float / 3600 as h, r.due_at = m.due_at as same
        from app.queue_marks m join app.referrals r on r.id = m.item_id where m.item_id = ${id}`
      return [Math.round(Number(row?.h)), row?.same]
    }
    expect([await hours(soon), await hours(late)]).toEqual([
      [3, true],
      [1, true],
    ])
    await root()`update app.queue_marks set at = at - interval '1 day', until = until - interval '1 day' where item_id = ${soon}`
    expect(await rowOf(one, soon), 'back by itself').toBeDefined()
  })

  test('is never harm', async () => {
    const file = ordinaryCase(lead.id, [])
    await insertCases([file])
    await insertTask({ kind: 'HARM', subject: { type: 'case', id: file.id } })
    const id = String((await root()`select id from app.tasks where case_id = ${file.id}`)[0]?.id)
    expect((await aside(one, id, { of: 'task' })).status).toBe(403)
    const forced = await presenting(
      raw('web'),
      one.token,
      (tx) => tx`select app.mark_item('LATER', 'task', ${id}::uuid, 4, 'BUSY') as came`,
    )
    expect(forced[0]?.came).toBe('never')
    expect(await claim(one, id, 'task')).toBe(200)
  })
})

test(`${RACES} races of twelve for one row have one winner each`, async () => {
  const twelve = [
    one,
    other,
    ...(await Promise.all(Array.from({ length: 10 }, () => signedIn('SUPERVISOR', 'MOP')))),
  ]
  for (let race = 0; race < RACES; race += 1) {
    const id = await waiting()
    const came = await Promise.all(twelve.map((who) => claim(who, id)))
    expect(came.filter((status) => status === 200)).toHaveLength(1)
    expect(came.every((status) => [200, 403, 409].includes(status))).toBe(true)
    const live = await root()`select by_id from app.queue_marks where item_id = ${id} and ended_at is null`
    expect(live).toHaveLength(1)
  }
}, 240_000)
