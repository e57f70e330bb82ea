import { beforeAll, describe, expect, test } from 'vitest'
import { POST as close } from '@/app/api/v1/alerts/[id]/close/route'
import { POST as raise } from '@/app/api/v1/alerts/route'
import { as, type SignedIn, sessionOf, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { alertValues, raised } from '@/lib/testing/factories/alert-values'
import { draftIn, type Presented, post } from '@/lib/testing/requests'
import { findDraft } from './drafts'

let agent: SignedIn
let supervisor: SignedIn

beforeAll(async () => {
  agent = await signedIn('DTM_ENUM', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
})

const keptFor = (who: SignedIn, form: string, answer: Response) =>
  as(who, ({ tx }) => findDraft(tx, who.id, form, draftIn(answer)))
const draftCount = async () => (await root()`select count(*)::int as n from app.drafts`)[0]?.n

describe('what was typed', () => {
  test('comes back with its errors when a value is wrong', async () => {
    const answer = await post(raise, { as: agent, values: alertValues({ age: 'vingt', given: 'Kadidia' }) })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toMatch(/^\/alerts\/new\?draft=/)
    const draft = await keptFor(agent, 'alert.raise', answer)
    expect(draft).toMatchObject({ notice: 'invalid', values: { given: 'Kadidia', age: 'vingt' } })
    expect(Object.keys(draft?.errors ?? {})).toEqual(['age'])
  })

  test('comes back when a field is sent that the form does not have', async () => {
    const answer = await post(raise, { as: agent, values: alertValues({ officeId: 'GAO', state: 'LINKED' }) })
    const draft = await keptFor(agent, 'alert.raise', answer)
    expect(draft?.errors).toEqual({ officeId: 'unknown-field', state: 'unknown-field' })
  })

  test('comes back when the row moved on since the page was shown', async () => {
    const id = await raised(raise, agent)
    const answer = await post(close, {
      as: supervisor,
      params: { id },
      values: { reason: 'NOT_FOUND', _version: '7' },
    })
    expect(await keptFor(supervisor, 'alert.close', answer)).toMatchObject({
      notice: 'stale',
      values: { reason: 'NOT_FOUND' },
    })
    expect((await root()`select state from app.alerts where id = ${id}`)[0]?.state).toBe('NEW')
  })

  test('waits for the same person when the session has run out', async () => {
    const late = await sessionOf(agent)
    await root()`update access.sessions set last_seen_at = now() - interval '20 minutes'
      where token_hash = sha256(${late.token}::text::bytea)`
    const answer = await post(raise, { as: late, values: alertValues({ given: 'Oumou' }) })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toMatch(/^\/sign-in\?next=/)
    expect(await keptFor(agent, 'alert.raise', answer)).toMatchObject({
      notice: 'expired',
      values: { given: 'Oumou' },
    })
    const other = await signedIn('DTM_ENUM', 'MOP')
    expect(await keptFor(other, 'alert.raise', answer)).toBeUndefined()
  })

  const strangers: [which: string, who: () => Promise<Presented | undefined>][] = [
    ['unknown', async () => ({ kind: 'staff', token: 'x'.repeat(43) })],
    [
      'revoked',
      async () => {
        const gone = await sessionOf(agent)
        await root()`update access.sessions set revoked_at = now() where token_hash = sha256(${gone.token}::text::bytea)`
        return gone
      },
    ],
    ['absent', async () => undefined],
  ]
  test.each(strangers)(
    'is carried by the page itself, and stored nowhere, when the token is %s',
    async (_, who) => {
      const presented = await who()
      const before = await draftCount()
      const answer = await post(raise, {
        ...(presented && { as: presented }),
        values: alertValues({ given: 'Fatoumata <b>' }),
      })
      const page = await answer.text()
      expect(answer.status).toBe(401)
      expect(page).toContain('name="carried"')
      expect(page).toContain('Fatoumata')
      expect(page).not.toContain('<b>')
      expect(await draftCount()).toBe(before)
    },
  )

  test('is kept for the latest twenty forms and no more', async () => {
    const typist = await signedIn('DTM_ENUM', 'MOP')
    for (let turn = 0; turn < 23; turn += 1)
      await post(raise, { as: typist, values: alertValues({ age: 'x', given: `N${turn}` }) })
    const [row] = await root()`select count(*)::int as n from app.drafts where user_id = ${typist.id}`
    expect(row?.n).toBe(20)
  })

  test('is gone once the form has been sent', async () => {
    const typist = await signedIn('DTM_ENUM', 'MOP')
    const back = await post(raise, { as: typist, values: alertValues({ age: 'x' }) })
    const referer = `http://127.0.0.1:3000${back.headers.get('location')}`
    await post(raise, { as: typist, values: alertValues(), headers: { referer } })
    expect(await root()`select 1 from app.drafts where user_id = ${typist.id}`).toEqual([])
  })
})

describe('two tabs of one form', () => {
  test('keep what each of them holds: sending one takes nothing from the other', async () => {
    const typist = await signedIn('DTM_ENUM', 'MOP')
    const one = await post(raise, { as: typist, values: alertValues({ age: 'x', given: 'Awa' }) })
    const other = await post(raise, { as: typist, values: alertValues({ age: 'y', given: 'Binta' }) })
    const referer = `http://127.0.0.1:3000${one.headers.get('location')}`
    expect((await post(raise, { as: typist, values: alertValues(), headers: { referer } })).status).toBe(303)
    expect(await keptFor(typist, 'alert.raise', one)).toBeUndefined()
    expect(await keptFor(typist, 'alert.raise', other)).toMatchObject({ values: { given: 'Binta' } })
  })
})

describe('a draft at rest', () => {
  test('is sealed: no word of it stands in the database', async () => {
    await post(raise, { as: agent, values: alertValues({ age: 'x', given: 'Bintou Sidibé' }) })
    const rows = await root()`select sealed from app.drafts`
    for (const { sealed } of rows) expect(Buffer.from(sealed).includes('Bintou')).toBe(false)
  })

  test('is invisible to everybody else, on raw SQL too', async () => {
    const web = raw('web')
    const seen = await web.begin(async (tx) => {
      await tx`select set_config('relais.session', ${supervisor.token}, true)`
      return tx`select distinct user_id from app.drafts`
    })
    expect(seen.filter(({ user_id }) => user_id !== supervisor.id)).toEqual([])
    expect(await web`select * from app.drafts`).toEqual([])
  })
})
