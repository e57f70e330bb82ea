import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { POST as raise } from '@/app/api/v1/alerts/route'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { alertValues } from '@/lib/testing/factories/alert-values'
import { draftIn, post } from '@/lib/testing/requests'
import { findDraft } from './drafts'

let agent: SignedIn
let key: string

beforeAll(async () => {
  agent = await signedIn('DTM_ENUM', 'MOP')
})
beforeEach(async () => {
  key = crypto.randomUUID()
  await root().begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`delete from app.alerts`
  })
})

const send = (more: Record<string, string> = {}, who = agent) =>
  post(raise, { as: who, values: alertValues({ _key: key, ...more }) })
const alerts = async () => (await root()`select count(*)::int as n from app.alerts`)[0]?.n

describe('a form that is sent again', () => {
  test('with the same words gets the same answer and writes nothing', async () => {
    const first = await send()
    const second = await send()
    expect([first.status, second.status]).toEqual([303, 303])
    expect(second.headers.get('location')).toBe(first.headers.get('location'))
    expect(await alerts()).toBe(1)
  })

  test('with other words is not lost: it comes back as a draft that says what was saved', async () => {
    await send()
    const second = await send({ given: 'Awa' })
    const draft = await as(agent, ({ tx }) => findDraft(tx, agent.id, 'alert.raise', draftIn(second)))
    expect(draft).toMatchObject({ notice: 'already-saved', values: { given: 'Awa' }, errors: {} })
    expect(draft?.savedAt).toMatch(/^\d{4}-/)
    expect(await alerts()).toBe(1)
  })

  test('eight times at once makes exactly one alert, and all get the same answer', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => send()))
    expect(new Set(answers.map((answer) => answer.headers.get('location'))).size).toBe(1)
    expect(answers.every((answer) => answer.status === 303)).toBe(true)
    expect(await alerts()).toBe(1)
    const events = await root()`select 1 from audit.events where action = 'alert.raise' and outcome = 'done'
      and detail like ${`%${/alerts\/([0-9a-f-]+)/.exec(answers[0]?.headers.get('location') ?? '')?.[1]}%`}`
    expect(events.length).toBe(1)
  })

  test('after a mistake is still good: only a success spends the key', async () => {
    const wrong = await send({ age: '300' })
    expect(draftIn(wrong)).toBeDefined()
    expect(await alerts()).toBe(0)
    await send()
    expect(await alerts()).toBe(1)
  })

  test('by somebody else with the same key is another form', async () => {
    const other = await signedIn('DTM_ENUM', 'MOP')
    await send()
    await send({}, other)
    expect(await alerts()).toBe(2)
  })

  test('without a key is written each time', async () => {
    const values = alertValues()
    await post(raise, { as: agent, values })
    await post(raise, { as: agent, values })
    expect(await alerts()).toBe(2)
  })
})

describe('a spent key', () => {
  test('holds no word of what was written', async () => {
    await send()
    const rows = await root()`select row_to_json(s)::text as row from app.spent_keys s where key = ${key}`
    expect(rows.length).toBe(1)
    expect(rows[0]?.row).not.toMatch(/Hawa|Dembélé|matrone/)
  })
})
