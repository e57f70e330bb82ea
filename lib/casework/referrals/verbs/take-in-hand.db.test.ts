import { beforeAll, expect, test } from 'vitest'
import { POST as acknowledge } from '@/app/api/v1/inbox/[id]/acknowledge/route'
import { POST as decline } from '@/app/api/v1/inbox/[id]/decline/route'
import { POST as letGo } from '@/app/api/v1/inbox/[id]/let-go/route'
import { POST as take } from '@/app/api/v1/inbox/[id]/take/route'
import { POST as back } from '@/app/api/v1/inbox/absence/end/route'
import { POST as away } from '@/app/api/v1/inbox/absence/route'
import { viewReceived } from '@/lib/desks/inbox/view-received'
import { as, presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { type Sides, sides } from '@/lib/testing/factories/sides'
import { TO_SENT } from '@/lib/testing/factories/walk'
import { reading } from '@/lib/testing/reading'
import { post } from '@/lib/testing/requests'
import type { Hand } from '../reach/hand'

let all: Sides
let one: SignedIn
let other: SignedIn
let elsewhere: SignedIn
let named: string

beforeAll(async () => {
  all = await sides()
  one = all.agency
  other = await signedIn('PARTNER_FP', 'UNICEF')
  elsewhere = await signedIn('PARTNER_FP', 'ICRC')
  named = String((await root()`select name from access.users where id = ${one.id}`)[0]?.name)
})

const sent = () => all.referral(TO_SENT)
const press = async (endpoint: typeof take, who: SignedIn, id: string) =>
  (await post(endpoint, { as: who, params: { id } })).headers.get('location')
const handOf = async (who: SignedIn, id: string, login: 'web' | 'partner' = 'web') =>
  (await presenting(raw(login), who.token, (sql) => sql`select app.hand_of(${id}) as hand`))[0]
    ?.hand as Hand | null
const absence = (firstDay: string, lastDay: string) => ({ firstDay, lastDay })
const days = async (from: number, to: number) =>
  (
    await root()`select (app.today() + ${from}::int)::text as "from", (app.today() + ${to}::int)::text as "to"`
  )[0]

test('one has it in hand, the colleague and the team read who; it is let go and taken again', async () => {
  const id = await sent()
  expect(await handOf(all.lead, id)).toMatchObject({ name: null, people: 2, there: 2, back: null })
  expect(await press(take, one, id)).toBe(`/inbox/${id}?done=in-hand`)
  expect(await press(take, one, id), 'twice is once').toBe(`/inbox/${id}?done=in-hand`)
  expect(await press(take, other, id)).toBe(`/inbox/${id}?done=taken`)
  expect(await handOf(all.lead, id)).toMatchObject({ name: named, mine: false })
  expect(await handOf(other, id, 'partner')).toMatchObject({ name: named, mine: false })
  const page = await reading(other, (ctx) => viewReceived(ctx, id, {}))
  expect(page).toMatchObject({ view: { hand: { name: named } } })
  await press(letGo, other, id)
  expect(await handOf(one, id, 'partner'), 'one’s own alone').toMatchObject({ mine: true })
  await press(letGo, one, id)
  expect(await press(take, other, id)).toBe(`/inbox/${id}?done=in-hand`)
})

test('twelve at once: one has it', async () => {
  const id = await sent()
  const people = [one, other]
  const came = await Promise.all(
    Array.from({ length: 12 }, (_, turn) => press(take, people[turn % 2] as SignedIn, id)),
  )
  const rows =
    await root()`select user_id from app.receiving_hands where referral_id = ${id} and ended_at is null`
  expect(rows).toHaveLength(1)
  const winner = rows[0]?.user_id === one.id ? 0 : 1
  expect(came.every((to, turn) => to?.endsWith(turn % 2 === winner ? 'in-hand' : 'taken'))).toBe(true)
})

test('a recall in the same moment is quicker or ends it: nothing is in hand that nobody reads', async () => {
  const id = await sent()
  const taking: Promise<unknown>[] = []
  await root().begin(async (tx) => {
    await tx`select from app.referrals where id = ${id} for update`
    await tx`update app.shares set ended_at = clock.casework_now() where referral_id = ${id}`
    let settled = false
    taking.push(
      presenting(raw('partner'), one.token, (sql) => sql`select app.take_received(${id}) as came`).then(
        ([row]) => {
          settled = true
          return row?.came
        },
      ),
    )
    const waits = async () =>
      (await tx`select from pg_locks where not granted and locktype in ('tuple', 'transactionid')`).length > 0
    while (!settled && !(await waits())) await new Promise((done) => setTimeout(done, 20))
  })
  expect(await Promise.all(taking)).toEqual(['gone'])
  expect(await root()`select from app.receiving_hands where referral_id = ${id}`).toHaveLength(0)
})

test('whoever answers has it; the colleague answers all the same; a no leaves it in nobody’s hand', async () => {
  const id = await sent()
  await post(acknowledge, { as: one, params: { id } })
  expect(await handOf(all.lead, id)).toMatchObject({ name: named })
  const no = await post(decline, { as: other, params: { id }, values: { decline: 'NO_CAPACITY', why: '' } })
  expect(no.headers.get('location')).toBe(`/inbox/${id}?done=decline`)
  expect(await handOf(all.lead, id)).toBeNull()
  const [row] = await root()`select ended_how from app.receiving_hands where referral_id = ${id}`
  expect(row?.ended_how).toBe('OVER')
  for (const over of [take, letGo])
    expect((await post(over, { as: one, params: { id } })).status, 'what is not read is not held').toBe(403)
})

test('away, one has nothing in hand; all away is said to the team with the first day of a return', async () => {
  const id = await sent()
  await press(take, one, id)
  const soon = await days(0, 2)
  const later = await days(0, 5)
  await post(away, { as: one, values: absence(String(soon?.from), String(soon?.to)) })
  expect(await handOf(all.lead, id)).toMatchObject({ name: null, people: 2, there: 1, back: null })
  expect(await press(take, other, id)).toBe(`/inbox/${id}?done=in-hand`)
  await post(away, { as: other, values: absence(String(later?.from), String(later?.to)) })
  const [until] = await root()`select (app.today() + 3)::text as day`
  expect(await handOf(all.lead, id)).toMatchObject({ name: null, there: 0, back: until?.day })
  await post(back, { as: one })
  await post(back, { as: other })
  expect(await handOf(all.lead, id)).toMatchObject({ there: 2, back: null })
  const past = await days(-9, -2)
  const refused = await post(away, { as: one, values: absence(String(past?.from), String(past?.to)) })
  expect(refused.headers.get('location')).toContain('draft=')
})

test('who takes it while noted away is there again, and it is said before and after; a press too late ends no absence', async () => {
  const id = await sent()
  const soon = await days(0, 2)
  for (const who of [one, other])
    await post(away, { as: who, values: absence(String(soon?.from), String(soon?.to)) })
  expect(await handOf(one, id, 'partner')).toMatchObject({ name: null, there: 0, away: true })
  expect(await press(take, one, id)).toBe(`/inbox/${id}?done=in-hand-back`)
  expect(await handOf(one, id, 'partner')).toMatchObject({ name: named, mine: true, away: false, there: 1 })
  expect(await handOf(all.lead, id)).toMatchObject({ name: named, back: null, away: false })
  expect(await press(take, other, id)).toBe(`/inbox/${id}?done=taken`)
  expect(await handOf(other, id, 'partner'), 'still away').toMatchObject({ away: true, there: 1 })
  await post(back, { as: other })
})

test('whoever is deactivated has nothing in hand', async () => {
  const id = await sent()
  const third = await signedIn('PARTNER_FP', 'UNICEF')
  await press(take, third, id)
  await root()`update access.users set active = false where id = ${third.id}`
  expect(await handOf(all.lead, id)).toMatchObject({ name: null })
  const [row] = await root()`select ended_how from app.receiving_hands where referral_id = ${id}`
  expect(row?.ended_how).toBe('DEACTIVATED')
})

test('past the program nobody else takes, reads or lets go', async () => {
  const id = await sent()
  const asked = (who: SignedIn, login: 'web' | 'partner', what: string) =>
    presenting(raw(login), who.token, (sql) => sql.unsafe(`select ${what} as said`)).then(
      ([row]) => row?.said,
    )
  expect(await asked(elsewhere, 'partner', `app.take_received('${id}')`)).toBe('gone')
  expect(await asked(elsewhere, 'partner', `app.hand_of('${id}')`)).toBeNull()
  await expect(asked(all.lead, 'web', `app.take_received('${id}')`)).rejects.toThrow('permission denied')
  expect(await handOf(await signedIn('SOCIAL_WORKER', 'GAO'), id)).toBeNull()
  await press(take, one, id)
  expect(await asked(elsewhere, 'partner', `app.let_go_received('${id}')`)).toBe(false)
  for (const login of ['web', 'partner'] as const)
    await expect(
      presenting(raw(login), one.token, (sql) => sql`select 1 from app.receiving_hands`),
    ).rejects.toThrow('permission denied')
  await expect(
    as(all.lead, ({ tx }) => tx.execute(`select app.note_own_leave(app.today(), app.today())`)),
  ).rejects.toThrow()
})
